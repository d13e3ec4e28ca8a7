namespace SpikeML;

/// <summary>Sets all polarities to 0 (Tonic's <c>MergePolarities</c>).</summary>
public sealed record MergePolaritiesOptions : EventFilterCode
{
    private protected override int Filter(Span<AddressEvent> events, ulong rowKey, EventMemory memory)
    {
        foreach (ref AddressEvent own in events)
            own = own with { Polarity = 0 };
        return events.Length;
    }

    internal static MergePolaritiesOptions Load(BinaryReader reader) => new MergePolaritiesOptions
    {
        Height = ReadSide(reader),
        Width = ReadSide(reader),
    }.Validated();
}
