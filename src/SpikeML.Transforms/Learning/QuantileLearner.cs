using System.Collections.Immutable;

namespace SpikeML;

/// <summary>
/// Quantiles of each slot or of all values, from a sample of rows with a maximum size (reservoir sampling, always with the same
/// draws).
/// </summary>
internal sealed class QuantileLearner<T>(int slots, ScaleOptions options) : RangeLearner
    where T : unmanaged, IComparable<T>
{
    private readonly List<T[]> _sample = [];
    private readonly Random _random = new(1);
    private long _rows;

    public override void Add(in ColumnValues values)
    {
        ReadOnlySpan<T> features = values.As<T>();
        long place = _rows < options.MaxQuantileRows ? _rows : _random.NextInt64(_rows + 1);
        _rows++;
        if (place == _sample.Count)
            _sample.Add(features.ToArray());
        else if (place < _sample.Count)
            features.CopyTo(_sample[(int)place]);
    }

    public override ImmutableArray<ValueRange> Ranges(Action checkAlive)
    {
        if (!options.PerSlot)
            return [Range(AllValues(checkAlive), checkAlive)];
        T[] values = new T[_sample.Count];
        ValueRange[] ranges = new ValueRange[slots];
        for (int slot = 0; slot < slots; slot++)
        {
            for (int row = 0; row < values.Length; row++)
                values[row] = _sample[row][slot];
            ranges[slot] = Range(values, checkAlive);
        }
        return [.. ranges];
    }

    private T[] AllValues(Action checkAlive)
    {
        T[] values = new T[_sample.Sum(row => (long)row.Length)];
        int count = 0;
        foreach (T[] row in _sample)
        {
            checkAlive();
            row.CopyTo(values, count);
            count += row.Length;
        }
        return values;
    }

    private ValueRange Range(T[] values, Action checkAlive)
    {
        RunSort.Sort(values, values.Length, checkAlive);
        return new ValueRange(Quantile(values, options.LowerQuantile), Quantile(values, options.UpperQuantile));
    }

    /// <summary>
    /// Linear interpolation between the two neighbouring values, NumPy's default, in the values' own precision.
    /// </summary>
    private static double Quantile(T[] sorted, double quantile)
    {
        double place = quantile * (sorted.Length - 1);
        int below = (int)place;
        double own = ValueLanes.Wide(sorted[below]);
        double above = below + 1 < sorted.Length ? ValueLanes.Wide(sorted[below + 1]) : own;
        return ValueLanes.Wide(ValueLanes.Own<T>(own + (place - below) * (above - own)));
    }
}
