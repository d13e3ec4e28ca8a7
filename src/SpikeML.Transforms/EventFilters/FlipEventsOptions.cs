namespace SpikeML;

/// <summary>
/// Mirrors rows of events left to right, top to bottom or in time, or inverts their polarities, each with a probability (Tonic's
/// <c>RandomFlipLR</c>, <c>RandomFlipUD</c>, <c>RandomTimeReversal</c> and <c>RandomFlipPolarity</c>).
/// </summary>
/// <remarks>A probability of 1 flips every row.</remarks>
public sealed record FlipEventsOptions : DrawnEventCode
{
    /// <summary>The probability of x' = width - 1 - x, 0 to 1.</summary>
    /// <value>0 by default.</value>
    public double Horizontal { get; init; }

    /// <summary>The probability of y' = height - 1 - y, 0 to 1.</summary>
    /// <value>0 by default.</value>
    public double Vertical { get; init; }

    /// <summary>
    /// The probability that a row runs backwards, 0 to 1: t' = earliest + latest - t, in reverse order. What became brighter then
    /// becomes darker, so all polarities are inverted too.
    /// </summary>
    /// <value>0 by default.</value>
    public double Time { get; init; }

    /// <summary>The probability that all polarities of a row are inverted, 0 to 1.</summary>
    /// <value>0 by default.</value>
    public double Polarity { get; init; }

    internal override bool NeedsSensor => Horizontal > 0 || Vertical > 0;

    private protected override int Filter(Span<AddressEvent> events, ref EventDraws draws, EventMemory memory)
    {
        bool isHorizontal = draws.Chance(Horizontal), isVertical = draws.Chance(Vertical);
        bool isReversed = draws.Chance(Time), isInverted = draws.Chance(Polarity);
        EventGeometry.Flip(events, Sensor ?? default, isHorizontal, isVertical, isReversed != isInverted);
        if (isReversed)
            EventClock.Reverse(events);
        return events.Length;
    }

    internal override void Validate()
    {
        base.Validate();
        CheckShare(Horizontal, nameof(Horizontal));
        CheckShare(Vertical, nameof(Vertical));
        CheckShare(Time, nameof(Time));
        CheckShare(Polarity, nameof(Polarity));
    }

    internal static FlipEventsOptions Load(BinaryReader reader) => new FlipEventsOptions
    {
        Height = ReadSide(reader),
        Width = ReadSide(reader),
        OwnDraws = CodeDraws.Load(reader),
        Horizontal = reader.ReadDouble(),
        Vertical = reader.ReadDouble(),
        Time = reader.ReadDouble(),
        Polarity = reader.ReadDouble(),
    }.Validated();

    internal override void Save(BinaryWriter writer)
    {
        base.Save(writer);
        writer.Write(Horizontal);
        writer.Write(Vertical);
        writer.Write(Time);
        writer.Write(Polarity);
    }
}
