using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>Options of scaling to a fitted range (<see cref="RangeScaling"/>).</summary>
public sealed record ScaleOptions : SpikeCode, IOnnxCode
{
    /// <summary>Whether each slot of a vector has its own range; otherwise all slots share one.</summary>
    /// <value>True by default.</value>
    public bool PerSlot { get; init => (field, LearnedRanges) = (value, []); } = true;

    /// <summary>
    /// The quantile at the lower end of the range, at least 0 and below <see cref="UpperQuantile"/>; 0 is the minimum.
    /// </summary>
    /// <value>0 by default.</value>
    public double LowerQuantile { get; init => (field, LearnedRanges) = (value, []); }

    /// <summary>The quantile at the upper end of the range, at most 1; 1 is the maximum.</summary>
    /// <value>1 by default.</value>
    public double UpperQuantile { get; init => (field, LearnedRanges) = (value, []); } = 1;

    /// <summary>
    /// Whether values outside the range are clamped to 0 or 1; otherwise they are scaled to values outside [0, 1].
    /// </summary>
    /// <value>True by default.</value>
    public bool Clamp { get; init; } = true;

    /// <summary>
    /// The maximum number of rows that quantiles are computed from, at least 2; larger data is sampled. Fitting holds 4 bytes for
    /// each slot of these rows, or 8 for Double columns. Minimum and maximum always cover all rows.
    /// </summary>
    /// <value>10,000 by default.</value>
    public int MaxQuantileRows { get; init; } = 10_000;

    /// <summary>
    /// The fitted ranges: one per slot, or one for all slots. Empty in options that have not been fitted, and in a copy in which
    /// an option that they depend on was changed.
    /// </summary>
    public ImmutableArray<ValueRange> LearnedRanges { get; internal init; } = [];

    /// <summary>Two codes are equal if all their options and fitted ranges are equal.</summary>
    public bool Equals(ScaleOptions? other) =>
        base.Equals(other) && PerSlot == other.PerSlot && LowerQuantile == other.LowerQuantile
            && UpperQuantile == other.UpperQuantile
        && Clamp == other.Clamp && MaxQuantileRows == other.MaxQuantileRows
            && LearnedRanges.AsSpan().SequenceEqual(other.LearnedRanges.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(PerSlot, LowerQuantile, UpperQuantile, Clamp, MaxQuantileRows,
        LearnedRanges.Length);

    internal override ColumnNotes Notes => new()
    {
        SlotNames = ColumnNames.OfSlots,
        NeuronNames = ColumnNames.OfNeurons,
        IsNormalized = true
    };

    internal override bool IsOpen => LearnedRanges.IsEmpty;

    /// <summary>If zeros stay 0.</summary>
    internal override bool ReadsSparse =>
        LearnedRanges.All(range => Clamp ? range.Lowest >= 0 : range.Lowest == 0);

    internal override ICodeLearner? MakeLearner(IExceptionContext host, DataViewSchema.Column column) => IsOpen
        ? new RangeCodeLearner(RangeLearner.Of(column, Dimensions.Count(Input.Dimensions(host, column)), this),
            ranges => this with { LearnedRanges = ranges })
        : null;

    internal override string? Refusal(ImmutableArray<int> inputDimensions) => ValueRanges.Refusal(LearnedRanges, inputDimensions);

    internal override ImmutableArray<int> OutputDimensions(ImmutableArray<int> inputDimensions) =>
        inputDimensions.IsEmpty ? [1] : inputDimensions;

    internal override bool KeepsScalars => !IsSecondFormat;

    internal override RowEncoder MakeEncoder(RowShape shape) => new ScaleRowEncoder(this, shape);

    internal override void Encode(in RowInput row, Span<float> output)
    {
        if (row.HasDoubles)
            RangeScaling.ScaleRow(row.Doubles, output, LearnedRanges.AsSpan(), Clamp);
        else
            RangeScaling.ScaleRow(row.Values, output, LearnedRanges.AsSpan(), Clamp);
    }

    OnnxTensor IOnnxCode.WriteOnnx(OnnxRows rows) =>
        ScaleOnnx.Shares(rows.Numbers.As(OnnxType.Double), LearnedRanges.AsSpan(), Clamp).As(OnnxType.Single);

    internal override void Validate()
    {
        OptionCheck.Require(LowerQuantile >= 0 && LowerQuantile < UpperQuantile, LowerQuantile, nameof(LowerQuantile),
            $"LowerQuantile must be at least 0 and below UpperQuantile ({UpperQuantile}).");
        OptionCheck.Require(UpperQuantile <= 1, UpperQuantile, nameof(UpperQuantile), "UpperQuantile must be at most 1.");
        OptionCheck.AtLeast(2, MaxQuantileRows, nameof(MaxQuantileRows));
    }

    internal static ScaleOptions Load(BinaryReader reader) => new ScaleOptions
    {
        PerSlot = reader.ReadBoolean(),
        LowerQuantile = reader.ReadDouble(),
        UpperQuantile = reader.ReadDouble(),
        Clamp = reader.ReadBoolean(),
        MaxQuantileRows = reader.ReadInt32(),
    }.Validated();

    internal override void Save(BinaryWriter writer)
    {
        writer.Write(PerSlot);
        writer.Write(LowerQuantile);
        writer.Write(UpperQuantile);
        writer.Write(Clamp);
        writer.Write(MaxQuantileRows);
    }

    internal override void SaveLearned(BinaryWriter writer) => writer.WriteRanges(LearnedRanges.AsSpan());

    internal override SpikeCode WithLearned(BinaryReader reader) => this with { LearnedRanges = reader.ReadRanges() };
}
