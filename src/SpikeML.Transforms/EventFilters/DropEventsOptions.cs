namespace SpikeML;

/// <summary>
/// Drops events at random: a share of them, those of a stretch of time, or those of a rectangle (Tonic's <c>DropEvent</c>,
/// <c>DropEventByTime</c> and <c>DropEventByArea</c>; Gu et al. 2021).
/// </summary>
/// <remarks>What is set is done in the order of time, area and share.</remarks>
public sealed record DropEventsOptions : DrawnEventCode
{
    /// <summary>The probability with which each event is dropped, 0 to 1.</summary>
    /// <value>0 by default.</value>
    public double Share { get; init; }

    /// <summary>
    /// The share of the row's duration, 0 to 1, that is left without events; where it begins is drawn for each row.
    /// </summary>
    /// <value>0 by default.</value>
    public double TimeShare { get; init; }

    /// <summary>
    /// The share of the sensor's height and of its width, 0 to 1, of the rectangle that is left without events; where it is is
    /// drawn for each row. Tonic calls it a share of the area as well.
    /// </summary>
    /// <value>0 by default.</value>
    public double SideShare { get; init; }

    internal override bool NeedsSensor => SideShare > 0;

    private protected override int Filter(Span<AddressEvent> events, ref EventDraws draws, EventMemory memory)
    {
        int count = TimeShare > 0 ? DropTime(events, ref draws) : events.Length;
        if (SideShare > 0)
            count = DropArea(events[..count], ref draws);
        return Share > 0 ? DropSome(events[..count], ref draws) : count;
    }

    private int DropTime(Span<AddressEvent> events, ref EventDraws draws)
    {
        (long first, long last) = EventTimes.Range(events);
        long length = (long)Math.Min(last - first, Math.Round((last - first) * TimeShare));
        long start = first + draws.Below(last - first - length + 1);
        return EventClock.Drop(events, start, start + length);
    }

    private int DropArea(Span<AddressEvent> events, ref EventDraws draws)
    {
        (int height, int width) = ((int)(Height!.Value * SideShare), (int)(Width!.Value * SideShare));
        (int top, int left) = (draws.Below(Height!.Value - height + 1), draws.Below(Width!.Value - width + 1));
        return EventGeometry.DropArea(events, top, left, height, width);
    }

    private int DropSome(Span<AddressEvent> events, ref EventDraws draws)
    {
        int kept = 0;
        foreach (ref readonly AddressEvent own in events)
        {
            if (!draws.Chance(Share))
                events[kept++] = own;
        }
        return kept;
    }

    internal override void Validate()
    {
        base.Validate();
        CheckShare(Share, nameof(Share));
        CheckShare(TimeShare, nameof(TimeShare));
        CheckShare(SideShare, nameof(SideShare));
    }

    internal static DropEventsOptions Load(BinaryReader reader) => new DropEventsOptions
    {
        Height = ReadSide(reader),
        Width = ReadSide(reader),
        OwnDraws = CodeDraws.Load(reader),
        Share = reader.ReadDouble(),
        TimeShare = reader.ReadDouble(),
        SideShare = reader.ReadDouble(),
    }.Validated();

    internal override void Save(BinaryWriter writer)
    {
        base.Save(writer);
        writer.Write(Share);
        writer.Write(TimeShare);
        writer.Write(SideShare);
    }
}
