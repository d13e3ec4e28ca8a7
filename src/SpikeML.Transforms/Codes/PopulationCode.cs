using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>A population code: each feature drives a group of neurons with Gaussian receptive fields.</summary>
public abstract record PopulationCode : FeatureCode
{
    private protected PopulationCode()
    {
    }

    /// <summary>The number of time steps, at least 1.</summary>
    /// <value>100 by default.</value>
    public int NumSteps { get; init; } = 100;

    /// <summary>The number of fields, and therefore of neurons, per feature: 3 to 1024, or 2 to 1024 for bins.</summary>
    /// <value>8 by default; 10 for <see cref="BinEncodingOptions"/>.</value>
    public int NumFields { get; init; } = 8;

    /// <summary>
    /// The range that the fields cover. If null, it is fitted for each slot: the minimum and maximum of the data.
    /// </summary>
    /// <value>Null by default.</value>
    public ValueRange? Range { get; init => (field, LearnedRanges) = (value, []); }

    /// <summary>
    /// The fitted ranges, one per slot, if <see cref="Range"/> is null; empty in options that have not been fitted.
    /// </summary>
    public ImmutableArray<ValueRange> LearnedRanges { get; internal init; } = [];

    /// <summary>Equal where all options and all learned ranges are.</summary>
    public virtual bool Equals(PopulationCode? other) =>
        base.Equals(other) && NumSteps == other.NumSteps && NumFields == other.NumFields && Range == other.Range
        && LearnedRanges.AsSpan().SequenceEqual(other.LearnedRanges.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), NumSteps, NumFields, Range, LearnedRanges.Length);

    private protected virtual int FewestFields => 3;

    internal sealed override int Channels => NumFields;

    internal sealed override int StepsOf(int featureCount) => NumSteps;

    internal sealed override bool IsOpen => Range is null && LearnedRanges.IsEmpty;

    internal sealed override bool Takes(int featureCount) => Range is not null || ValueRanges.Fit(LearnedRanges, featureCount);

    internal sealed override string? Refusal(ImmutableArray<int> inputDimensions) =>
        Range is null ? ValueRanges.Refusal(LearnedRanges, inputDimensions) : null;

    internal sealed override ICodeLearner? MakeLearner(IExceptionContext host, DataViewSchema.Column column) => IsOpen
        ? new RangeCodeLearner(RangeLearner.OfExtremes(column, Dimensions.Count(Input.Dimensions(host, column))),
            ranges => this with { LearnedRanges = ranges })
        : null;

    internal sealed override void Encode(in RowInput row, Span<float> output)
    {
        ValueRange range = Range.GetValueOrDefault();
        Encode(row.Numbers, row.Key, output, RangesOf(in range));
    }

    internal sealed override void Encode(ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes)
    {
        ValueRange range = Range.GetValueOrDefault();
        Encode(new ColumnValues(features), rowKey, spikes, RangesOf(in range));
    }

    /// <summary>The range of each feature, or one for all, in the caller's own memory.</summary>
    private protected ReadOnlySpan<ValueRange> RangesOf(in ValueRange own) =>
        Range is null ? LearnedRanges.AsSpan() : new(in own);

    private protected abstract void Encode(in ColumnValues features, ulong rowKey, Span<float> spikes,
        ReadOnlySpan<ValueRange> ranges);

    internal sealed override bool DecodesSparse => true;

    internal sealed override void Decode(in SpikeValues spikes, Span<float> features)
    {
        ValueRange range = IsOpen ? SeriesCheck.Given(Range, nameof(Range)) : Range.GetValueOrDefault();
        Decode(spikes, features, RangesOf(in range));
    }

    private protected abstract void Decode(in SpikeValues spikes, Span<float> features, ReadOnlySpan<ValueRange> ranges);

    // Ranges of several slots cannot be validated with one feature.
    internal sealed override void CheckDecodable()
    {
        if (Takes(1))
            base.CheckDecodable();
    }

    internal override void Validate()
    {
        OptionCheck.AtLeast(1, NumSteps, nameof(NumSteps));
        OptionCheck.Require(NumFields >= FewestFields && NumFields <= 1024, NumFields, nameof(NumFields),
            $"NumFields must be {FewestFields} to 1024.");
        OptionCheck.Require(Range is not { } range || (float.IsFinite((float)range.Lowest) && float.IsFinite((float)range.Highest)
            && range.Lowest <= range.Highest),
            Range, nameof(Range), "Range must have finite ends, the highest at least as large as the lowest.");
    }

    internal sealed override void SaveLearned(BinaryWriter writer) => writer.WriteRanges(LearnedRanges.AsSpan());

    internal sealed override SpikeCode WithLearned(BinaryReader reader)
    {
        ImmutableArray<ValueRange> ranges = reader.ReadRanges();
        return Range is null ? this with { LearnedRanges = ranges } : this;
    }
}
