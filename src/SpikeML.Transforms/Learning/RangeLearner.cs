using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>Fits ranges to rows.</summary>
internal abstract class RangeLearner
{
    public abstract void Add(in ColumnValues features);

    /// <param name="checkAlive">Throws if fitting has been cancelled.</param>
    public abstract ImmutableArray<ValueRange> Ranges(Action checkAlive);

    /// <summary>Learns the minimum and maximum of each slot of a column.</summary>
    public static RangeLearner OfExtremes(DataViewSchema.Column column, int slots) =>
        InputKind.IsDouble(column) ? new ExtremeLearner<double>(slots) : new ExtremeLearner<float>(slots);

    /// <summary>
    /// Learns what the options ask for: minimum and maximum or quantiles, of each slot or of all slots together.
    /// </summary>
    public static RangeLearner Of(DataViewSchema.Column column, int slots, ScaleOptions options) =>
        InputKind.IsDouble(column) ? Of<double>(slots, options) : Of<float>(slots, options);

    /// <inheritdoc cref="Of(DataViewSchema.Column, int, ScaleOptions)"/>
    public static RangeLearner Of<T>(int slots, ScaleOptions options)
        where T : unmanaged, INumber<T>, IMinMaxValue<T> => options is { LowerQuantile: 0, UpperQuantile: 1 }
            ? new ExtremeLearner<T>(options.PerSlot ? slots : 1)
            : new QuantileLearner<T>(slots, options);
}

/// <summary>Fits the ranges of a column and adds them to its code.</summary>
internal sealed class RangeCodeLearner(RangeLearner learner, Func<ImmutableArray<ValueRange>, SpikeCode> withRanges)
    : ICodeLearner
{
    private ImmutableArray<ValueRange> _ranges;

    public string What => "the range of the values";

    public SpikeCode Code => withRanges(_ranges);

    public void Add(in ColumnValues values)
    {
        FeatureCheck.AllFinite(values.Singles);
        learner.Add(values);
    }

    public ICodeLearner? Next() => null;

    public void Complete(IHost host, CancellationToken cancellationToken) =>
        _ranges = learner.Ranges(() => host.CheckAlive(cancellationToken));
}

/// <summary>The minimum and maximum of each slot or, with one range for all slots, of all values.</summary>
internal sealed class ExtremeLearner<T> : RangeLearner
    where T : unmanaged, INumber<T>, IMinMaxValue<T>
{
    private readonly T[] _lowest, _highest;

    public ExtremeLearner(int ranges)
    {
        (_lowest, _highest) = (new T[ranges], new T[ranges]);
        Array.Fill(_lowest, T.MaxValue);
        Array.Fill(_highest, T.MinValue);
    }

    public override void Add(in ColumnValues values)
    {
        ReadOnlySpan<T> features = values.As<T>();
        if (features.IsEmpty)
            return;
        if (_lowest.Length == features.Length)
        {
            TensorPrimitives.Min(_lowest, features, _lowest);
            TensorPrimitives.Max(_highest, features, _highest);
            return;
        }
        _lowest[0] = T.Min(_lowest[0], TensorPrimitives.Min(features));
        _highest[0] = T.Max(_highest[0], TensorPrimitives.Max(features));
    }

    public override ImmutableArray<ValueRange> Ranges(Action checkAlive) =>
        [.. _lowest.Zip(_highest, (lowest, highest) => new ValueRange(ValueLanes.Wide(lowest), ValueLanes.Wide(highest)))];
}
