namespace SpikeML;

/// <summary>
/// Bin coding: each feature distributes a rate among neurons with Gaussian responses, whose spikes are drawn or evenly spaced
/// (Spike-Encoding).
/// </summary>
/// <remarks>The options of <see cref="BinEncoding"/>. NumFields is the number of bins.</remarks>
public sealed record BinEncodingOptions : PopulationCode, ISlotCode, IOnnxCode, IOnnxDecoder
{
    /// <summary>The reference's defaults: ten bins.</summary>
    public BinEncodingOptions() => NumFields = 10;

    /// <summary>The standard deviation of a bin's response, as a fraction of the range, above 0.</summary>
    /// <value>0.1 by default.</value>
    public double Width { get; init; } = 0.1;

    /// <summary>The total spikes per step of all bins of a feature, above 0 and at most 1.</summary>
    /// <value>1 by default.</value>
    public double MaxRate { get; init; } = 1;

    /// <summary>Whether spikes are evenly spaced instead of drawn.</summary>
    /// <value>False by default.</value>
    public bool Regular { get; init; }

    /// <inheritdoc cref="CodeDraws.Seed"/>
    public int? Seed { get => OwnDraws.Seed; init => OwnDraws = OwnDraws with { Seed = value }; }

    /// <inheritdoc cref="CodeDraws.RowKeyColumnName"/>
    public string? RowKeyColumnName
    {
        get => OwnDraws.RowKeyColumnName; init =>
        OwnDraws = OwnDraws with { RowKeyColumnName = value };
    }

    /// <inheritdoc cref="CodeDraws.OnnxDraws"/>
    public OnnxDraws OnnxDraws { get => OwnDraws.OnnxDraws; init => OwnDraws = OwnDraws with { OnnxDraws = value }; }

    private CodeDraws OwnDraws { get; init; }

    internal override CodeDraws? Draws => OwnDraws;

    internal override bool IsDrawn => !Regular;

    internal override SpikeCode WithDraws(CodeDraws draws) => this with { OwnDraws = draws };

    internal override RowEncoder MakeEncoder(RowShape shape) =>
        IsDrawn ? new SlotRowEncoder<BinEncodingOptions>(this, shape) : base.MakeEncoder(shape);

    // The bins of a feature share its rate.
    int ISlotCode.RoomForSlots(in RowInput row) => BernoulliTrials.RoomForSlots(row.Values.Length * MaxRate * NumSteps);

    bool ISlotCode.TryEncodeSlots(in RowInput row, Span<int> slots, Span<float> values, out int count)
    {
        ValueRange range = Range.GetValueOrDefault();
        return BinEncoding.TryEncodeSlots(row.Numbers, slots, RangesOf(in range), this, row.Key, out count);
    }

    private protected override int FewestFields => 2;

    private protected override void Encode(in ColumnValues features, ulong rowKey, Span<float> spikes,
        ReadOnlySpan<ValueRange> ranges) =>
        BinEncoding.Write(features, spikes, ranges, this, rowKey);

    string? IOnnxCode.OnnxObstacle => IsDrawn && OnnxDraws == OnnxDraws.Refuse ? OnnxReason : null;

    OnnxTensor IOnnxCode.WriteOnnx(OnnxRows rows)
    {
        ValueRange range = Range.GetValueOrDefault();
        return BinOnnx.Spikes(rows.Numbers, RangesOf(in range), rows.Shape.InputLength, this);
    }

    OnnxTensor IOnnxDecoder.WriteOnnxDecoder(OnnxRows rows, Func<OnnxTensor> first)
    {
        ValueRange range = Range.GetValueOrDefault();
        return BinOnnx.Features(rows, RangesOf(in range), NumFields);
    }

    private protected override void Decode(in SpikeValues spikes, Span<float> features, ReadOnlySpan<ValueRange> ranges) =>
        BinEncoding.DecodeRow(spikes, features, ranges, this);

    internal override void Validate()
    {
        base.Validate();
        OptionCheck.Positive(Width, nameof(Width));
        OptionCheck.Require(MaxRate is > 0 and <= 1, MaxRate, nameof(MaxRate), "MaxRate must be above 0 and at most 1.");
        OwnDraws.Validate();
    }

    internal override void Save(BinaryWriter writer)
    {
        writer.Write(NumSteps);
        writer.Write(NumFields);
        writer.Write(Width);
        writer.Write(MaxRate);
        writer.Write(Regular);
        writer.WriteRange(Range);
        OwnDraws.Save(writer);
    }

    internal static BinEncodingOptions Load(BinaryReader reader) => new BinEncodingOptions
    {
        NumSteps = reader.ReadInt32(),
        NumFields = reader.ReadInt32(),
        Width = reader.ReadDouble(),
        MaxRate = reader.ReadDouble(),
        Regular = reader.ReadBoolean(),
        Range = reader.ReadRange(),
        OwnDraws = CodeDraws.Load(reader),
    }.Validated();
}
