using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace SpikeML;

/// <summary>Learns ranges from rows.</summary>
internal abstract class RangeLearner
{
    public abstract void Add(ReadOnlySpan<float> features);

    public abstract ImmutableArray<ValueRange> Ranges();

    /// <summary>The least and greatest value of each of so many slots.</summary>
    public static RangeLearner OfExtremes(int slots) => new ExtremeLearner(slots);

    /// <summary>What the options say: of each slot or of all together, least and greatest values or quantiles.</summary>
    public static RangeLearner Of(int slots, ScaleOptions options) => options is { LowerQuantile: 0, UpperQuantile: 1 }
        ? new ExtremeLearner(options.PerSlot ? slots : 1)
        : new QuantileLearner(slots, options);
}

/// <summary>Learns the ranges of a column and makes them part of its code.</summary>
internal sealed class RangeCodeLearner(RangeLearner learner, Func<ImmutableArray<ValueRange>, SpikeCode> withRanges)
    : ICodeLearner
{
    public string What => "the range of the values";

    public SpikeCode Code => withRanges(learner.Ranges());

    public void Add(ReadOnlySpan<float> values)
    {
        FeatureCheck.AllFinite(values);
        learner.Add(values);
    }

    public ICodeLearner? Next() => null;
}

/// <summary>The least and greatest value of each slot; with one range for all slots, of all values.</summary>
internal sealed class ExtremeLearner : RangeLearner
{
    private readonly float[] _lowest, _highest;

    public ExtremeLearner(int ranges)
    {
        (_lowest, _highest) = (new float[ranges], new float[ranges]);
        Array.Fill(_lowest, float.PositiveInfinity);
        Array.Fill(_highest, float.NegativeInfinity);
    }

    public override void Add(ReadOnlySpan<float> features)
    {
        if (features.IsEmpty)
            return;
        if (_lowest.Length == features.Length)
        {
            TensorPrimitives.Min(_lowest, features, _lowest);
            TensorPrimitives.Max(_highest, features, _highest);
            return;
        }
        _lowest[0] = Math.Min(_lowest[0], TensorPrimitives.Min(features));
        _highest[0] = Math.Max(_highest[0], TensorPrimitives.Max(features));
    }

    public override ImmutableArray<ValueRange> Ranges() =>
        [.. _lowest.Zip(_highest, (lowest, highest) => new ValueRange(lowest, highest))];
}

/// <summary>
/// Quantiles of each slot or of all values, from a sample of at most so many rows (reservoir sampling, always the same draws).
/// </summary>
internal sealed class QuantileLearner(int slots, ScaleOptions options) : RangeLearner
{
    private readonly List<float[]> _sample = [];
    private readonly Random _random = new(1);
    private long _rows;

    public override void Add(ReadOnlySpan<float> features)
    {
        long place = _rows < options.MaxQuantileRows ? _rows : _random.NextInt64(_rows + 1);
        _rows++;
        if (place == _sample.Count)
            _sample.Add(features.ToArray());
        else if (place < _sample.Count)
            features.CopyTo(_sample[(int)place]);
    }

    public override ImmutableArray<ValueRange> Ranges()
    {
        if (!options.PerSlot)
            return [Range([.. _sample.SelectMany(row => row)])];
        float[] values = new float[_sample.Count];
        ValueRange[] ranges = new ValueRange[slots];
        for (int slot = 0; slot < slots; slot++)
        {
            for (int row = 0; row < values.Length; row++)
                values[row] = _sample[row][slot];
            ranges[slot] = Range(values);
        }
        return [.. ranges];
    }

    private ValueRange Range(float[] values)
    {
        Array.Sort(values);
        return new ValueRange(Quantile(values, options.LowerQuantile), Quantile(values, options.UpperQuantile));
    }

    /// <summary>Between the two values next to it, linearly, as NumPy does by default.</summary>
    private static float Quantile(float[] sorted, double quantile)
    {
        double place = quantile * (sorted.Length - 1);
        int below = (int)place;
        double above = below + 1 < sorted.Length ? sorted[below + 1] : sorted[below];
        return (float)(sorted[below] + (place - below) * (above - sorted[below]));
    }
}
