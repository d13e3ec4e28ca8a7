using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// The thresholds of <see cref="MultiThresholdEncoding"/> and the level of a value: the number of thresholds that it has reached.
/// </summary>
internal readonly struct ThresholdLevels(double lowest, double highest, int count)
{
    /// <summary>Up to this many thresholds, comparing a value with each one is fastest.</summary>
    public const int MostCompared = 32;

    public int Count => count;

    public double Lowest => lowest;

    public double Highest => highest;

    /// <summary>The level of one value.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public int Of(double value)
    {
        // An estimate, about one too low, corrected by comparing with the thresholds themselves.
        int level = (int)Math.Clamp((value - lowest) / (highest - lowest) * (count - 1), 0, count);
        while (level < count && At(level) <= value)
            level++;
        return level;
    }

    /// <summary>The threshold at an index.</summary>
    public double At(int index) => lowest + index * (highest - lowest) / (count - 1);

    /// <summary>The value that a level decodes to: the midpoint of the thresholds around it.</summary>
    public double Decode(double level) => lowest + Math.Clamp((level - 0.5) / (count - 1), 0, 1) * (highest - lowest);

    /// <summary>The smallest number of the values' type that reaches each threshold.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public void CopyTo<T>(Span<T> thresholds)
        where T : unmanaged
    {
        for (int index = 0; index < count; index++)
        {
            double exact = At(index), nearest = ValueLanes.Wide(ValueLanes.Own<T>(exact));
            thresholds[index] = ValueLanes.Own<T>(nearest < exact ? MathF.BitIncrement((float)exact) : nearest);
        }
    }

    /// <summary>The values that many levels decode to.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public void Decode(ReadOnlySpan<double> levels, Span<float> values)
    {
        int at = 0;
        for (; at < Lanes.Whole(levels.Length); at += Lanes.Count)
        {
            DoubleLanes shares = (DoubleLanes.Create(levels[at..]) - 0.5) / (count - 1);
            shares = new(Clamp(shares.Lower), Clamp(shares.Upper));
            (shares * (highest - lowest) + lowest).Narrow().CopyTo(values[at..]);
        }
        for (; at < levels.Length; at++)
            values[at] = (float)Decode(levels[at]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Clamp(Vector512<double> shares) =>
        Vector512.Min(Vector512.Max(shares, Vector512<double>.Zero), Vector512<double>.One);

    /// <summary>The levels of many values.</summary>
    /// <param name="values">The values.</param>
    /// <param name="levels">Receives the same number of levels.</param>
    /// <param name="thresholds">The result of <see cref="CopyTo"/>; ignored if there are too many thresholds to compare.</param>
    [MethodImpl(KernelCompilation.AtOnce)]
    public void Of<T>(ReadOnlySpan<T> values, Span<int> levels, ReadOnlySpan<T> thresholds)
        where T : unmanaged
    {
        int slot = 0;
        for (; count <= MostCompared && slot <= values.Length - DoubleLanes.Count; slot += DoubleLanes.Count)
            Of(values, slot, thresholds).CopyTo(levels[slot..]);
        for (; slot < values.Length; slot++)
            levels[slot] = Of(ValueLanes.Wide(values[slot]));
    }

    /// <summary>The levels of sixteen values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Of<T>(ReadOnlySpan<T> values, int slot, ReadOnlySpan<T> thresholds)
        where T : unmanaged
    {
        Vector512<int> level = Vector512<int>.Zero;
        // Singles are loaded once for all thresholds; doubles take two vectors, which are fast to load again.
        if (typeof(T) == typeof(float))
        {
            Vector512<float> own = ValueLanes.Singles(values, slot);
            foreach (T threshold in thresholds)
                level -= Vector512.GreaterThanOrEqual(own, Vector512.Create(threshold).AsSingle()).AsInt32();
            return level;
        }
        foreach (T threshold in thresholds)
            level -= ValueMasks.Reach(values, slot, threshold).AsInt32();
        return level;
    }
}
