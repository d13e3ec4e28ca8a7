namespace SpikeML;

/// <summary>
/// Scales the positions of events to a sensor of another size, rounding down; no event is dropped (Tonic's <c>Downsample</c>).
/// </summary>
/// <remarks>
/// Where the sensor becomes smaller, several pixels become one: <see cref="FilterRefractoryOptions"/> behind it removes events
/// that follow each other too fast there.
/// </remarks>
public sealed record ResizeEventsOptions : EventFilterCode
{
    /// <summary>The new height in pixels, 1 to 32,768.</summary>
    /// <value>28 by default.</value>
    public int TargetHeight { get; init; } = 28;

    /// <summary>The new width in pixels, 1 to 32,768.</summary>
    /// <value>28 by default.</value>
    public int TargetWidth { get; init; } = 28;

    internal override bool NeedsSensor => true;

    internal override SensorSize? OutputSensor => new SensorSize(TargetHeight, TargetWidth);

    private protected override int Filter(Span<AddressEvent> events, ulong rowKey, EventMemory memory)
    {
        EventGeometry.Resize(events, Sensor!.Value, new(TargetHeight, TargetWidth));
        return events.Length;
    }

    internal override void Validate()
    {
        base.Validate();
        CheckSide(TargetHeight, nameof(TargetHeight));
        CheckSide(TargetWidth, nameof(TargetWidth));
    }

    internal static ResizeEventsOptions Load(BinaryReader reader) => new ResizeEventsOptions
    {
        Height = ReadSide(reader),
        Width = ReadSide(reader),
        TargetHeight = reader.ReadInt32(),
        TargetWidth = reader.ReadInt32(),
    }.Validated();

    internal override void Save(BinaryWriter writer)
    {
        base.Save(writer);
        writer.Write(TargetHeight);
        writer.Write(TargetWidth);
    }
}
