namespace SpikeML;

/// <summary>
/// Keeps an event only if the pixel's event before it is longer ago than a refractory period (Tonic's <c>RefractoryPeriod</c>).
/// </summary>
/// <remarks>
/// Both polarities of a pixel share a period, and a pixel's first event is always kept. Events must be in order of time.
/// </remarks>
public sealed record FilterRefractoryOptions : EventFilterCode
{
    /// <summary>The refractory period in microseconds, at least 0.</summary>
    /// <value>1,000 by default.</value>
    public long Period { get; init; } = 1000;

    /// <summary>
    /// Whether the period begins at the pixel's last event that was kept, as in a neuron; otherwise at its last event, so that a
    /// pixel that fires faster than once a period stays silent, as in Tonic.
    /// </summary>
    /// <value>False by default.</value>
    public bool FromLastKept { get; init; }

    private protected override int Filter(Span<AddressEvent> events, ulong rowKey, EventMemory memory)
    {
        SensorSize size = Sensor ?? SensorSize.Of(events);
        return EventNeighbours.KeepRested(events, size, Period, FromLastKept, memory.Times(size.Pixels));
    }

    internal override void Validate()
    {
        base.Validate();
        OptionCheck.Require(Period is >= 0 and <= EventColumn.LargestTime, Period, nameof(Period),
            $"Period must be 0 to {EventColumn.LargestTime} microseconds.");
    }

    internal static FilterRefractoryOptions Load(BinaryReader reader) => new FilterRefractoryOptions
    {
        Height = ReadSide(reader),
        Width = ReadSide(reader),
        Period = reader.ReadInt64(),
        FromLastKept = reader.ReadBoolean(),
    }.Validated();

    internal override void Save(BinaryWriter writer)
    {
        base.Save(writer);
        writer.Write(Period);
        writer.Write(FromLastKept);
    }
}
