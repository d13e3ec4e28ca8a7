namespace SpikeML;

/// <summary>
/// Drops background activity: an event is kept only if a neighbouring pixel has fired shortly before it (Tonic's <c>Denoise</c>;
/// Delbruck 2008).
/// </summary>
/// <remarks>Events must be in order of time. The polarity does not matter.</remarks>
public sealed record DenoiseEventsOptions : EventFilterCode
{
    /// <summary>How long ago a neighbour's event supports an event, in microseconds, at least 1; less removes more.</summary>
    /// <value>10,000 by default.</value>
    public long Window { get; init; } = 10_000;

    /// <summary>Whether the four diagonal pixels are neighbours too, as well as the four that share a side.</summary>
    /// <value>False by default.</value>
    public bool IncludeDiagonals { get; init; }

    private protected override int Filter(Span<AddressEvent> events, ulong rowKey, EventMemory memory)
    {
        SensorSize size = Sensor ?? SensorSize.Of(events);
        return EventNeighbours.KeepSupported(
            events, size, Window, IncludeDiagonals, memory.Times((size.Height + 2) * (size.Width + 2)));
    }

    internal override void Validate()
    {
        base.Validate();
        OptionCheck.Require(Window is >= 1 and <= EventColumn.LargestTime, Window, nameof(Window),
            $"Window must be 1 to {EventColumn.LargestTime} microseconds.");
    }

    internal static DenoiseEventsOptions Load(BinaryReader reader) => new DenoiseEventsOptions
    {
        Height = ReadSide(reader),
        Width = ReadSide(reader),
        Window = reader.ReadInt64(),
        IncludeDiagonals = reader.ReadBoolean(),
    }.Validated();

    internal override void Save(BinaryWriter writer)
    {
        base.Save(writer);
        writer.Write(Window);
        writer.Write(IncludeDiagonals);
    }
}
