namespace SpikeML;

/// <summary>
/// Multiplies the times of events by a factor and adds an offset, both fixed or drawn for each row, rounding down (Tonic's
/// <c>TimeSkew</c>, <c>Downsample</c> in time and <c>TimeAlignment</c>).
/// </summary>
public sealed record ScaleEventTimesOptions : DrawnEventCode
{
    /// <summary>The factor, above 0: 0.001 makes milliseconds of microseconds.</summary>
    /// <value>1 by default.</value>
    public double Factor { get; init; } = 1;

    /// <summary>
    /// If set, each row's factor is drawn from <see cref="Factor"/> to this one, which must be at least as large.
    /// </summary>
    /// <value>Null by default.</value>
    public double? LargestFactor { get; init; }

    /// <summary>What is added to the scaled times, in microseconds.</summary>
    /// <value>0 by default.</value>
    public double Offset { get; init; }

    /// <summary>
    /// If set, each row's offset is drawn from <see cref="Offset"/> to this one, which must be at least as large.
    /// </summary>
    /// <value>Null by default.</value>
    public double? LargestOffset { get; init; }

    /// <summary>Whether times are counted from the row's earliest event before they are scaled.</summary>
    /// <value>False by default.</value>
    public bool FromFirst { get; init; }

    internal override bool IsDrawn => LargestFactor is not null || LargestOffset is not null;

    private protected override int Filter(Span<AddressEvent> events, ref EventDraws draws, EventMemory memory)
    {
        double factor = LargestFactor is double most ? draws.Between(Factor, most) : Factor;
        double offset = LargestOffset is double last ? draws.Between(Offset, last) : Offset;
        EventClock.Scale(events, FromFirst ? EventTimes.Range(events).First : 0, factor, offset);
        return events.Length;
    }

    internal override void Validate()
    {
        base.Validate();
        OptionCheck.Positive(Factor, nameof(Factor));
        OptionCheck.Finite(Offset, nameof(Offset));
        OptionCheck.Finite(LargestFactor ?? 1, nameof(LargestFactor));
        OptionCheck.Finite(LargestOffset ?? 0, nameof(LargestOffset));
        OptionCheck.Require(LargestFactor is null || LargestFactor >= Factor, LargestFactor, nameof(LargestFactor),
            $"LargestFactor must be at least Factor ({Factor}), or null.");
        OptionCheck.Require(LargestOffset is null || LargestOffset >= Offset, LargestOffset, nameof(LargestOffset),
            $"LargestOffset must be at least Offset ({Offset}), or null.");
    }

    internal static ScaleEventTimesOptions Load(BinaryReader reader) => new ScaleEventTimesOptions
    {
        Height = ReadSide(reader),
        Width = ReadSide(reader),
        OwnDraws = CodeDraws.Load(reader),
        Factor = reader.ReadDouble(),
        LargestFactor = reader.ReadNullableDouble(),
        Offset = reader.ReadDouble(),
        LargestOffset = reader.ReadNullableDouble(),
        FromFirst = reader.ReadBoolean(),
    }.Validated();

    internal override void Save(BinaryWriter writer)
    {
        base.Save(writer);
        writer.Write(Factor);
        writer.WriteNullable(LargestFactor);
        writer.Write(Offset);
        writer.WriteNullable(LargestOffset);
        writer.Write(FromFirst);
    }
}
