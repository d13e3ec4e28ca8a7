namespace SpikeML;

/// <summary>
/// Moves each event by normally distributed distances in space and time, rounded to whole pixels and microseconds (Tonic's
/// <c>SpatialJitter</c> and <c>TimeJitter</c>).
/// </summary>
/// <remarks>
/// Events that leave the sensor, and those whose time falls below 0, are dropped; the others are sorted by time.
/// </remarks>
public sealed record JitterEventsOptions : DrawnEventCode
{
    /// <summary>The standard deviation of x and y in pixels, at least 0.</summary>
    /// <value>0 by default.</value>
    public double PixelDeviation { get; init; }

    /// <summary>The standard deviation of times in microseconds, at least 0.</summary>
    /// <value>0 by default.</value>
    public double TimeDeviation { get; init; }

    internal override bool NeedsSensor => PixelDeviation > 0;

    private protected override int Filter(Span<AddressEvent> events, ref EventDraws draws, EventMemory memory)
    {
        int count = PixelDeviation > 0 ? JitterPixels(events, ref draws) : events.Length;
        return TimeDeviation > 0 ? JitterTimes(events[..count], ref draws, memory) : count;
    }

    private int JitterPixels(Span<AddressEvent> events, ref EventDraws draws)
    {
        int kept = 0;
        foreach (ref readonly AddressEvent own in events)
        {
            double x = Math.Round(own.X + draws.Normal() * PixelDeviation);
            double y = Math.Round(own.Y + draws.Normal() * PixelDeviation);
            if (x >= 0 && x < Width && y >= 0 && y < Height)
                events[kept++] = own with { X = (int)x, Y = (int)y };
        }
        return kept;
    }

    private int JitterTimes(Span<AddressEvent> events, ref EventDraws draws, EventMemory memory)
    {
        int kept = 0;
        foreach (ref readonly AddressEvent own in events)
        {
            double time = Math.Round(own.Timestamp + draws.Normal() * TimeDeviation);
            if (time is >= 0 and <= EventColumn.LargestTime)
                events[kept++] = own with { Timestamp = (long)time };
        }
        EventClock.Sort(events[..kept], memory);
        return kept;
    }

    internal override void Validate()
    {
        base.Validate();
        OptionCheck.NotNegative(PixelDeviation, nameof(PixelDeviation));
        OptionCheck.NotNegative(TimeDeviation, nameof(TimeDeviation));
    }

    internal static JitterEventsOptions Load(BinaryReader reader) => new JitterEventsOptions
    {
        Height = ReadSide(reader),
        Width = ReadSide(reader),
        OwnDraws = CodeDraws.Load(reader),
        PixelDeviation = reader.ReadDouble(),
        TimeDeviation = reader.ReadDouble(),
    }.Validated();

    internal override void Save(BinaryWriter writer)
    {
        base.Save(writer);
        writer.Write(PixelDeviation);
        writer.Write(TimeDeviation);
    }
}
