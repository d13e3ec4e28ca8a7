using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// The thresholds of <see cref="MultiThresholdEncoding"/>, and how many of them a value has reached: its level.
/// </summary>
internal readonly struct ThresholdLevels(double lowest, double highest, int count)
{
    /// <summary>Up to so many thresholds it is quickest to compare a value with each.</summary>
    public const int MostCompared = 32;

    public int Count => count;

    /// <summary>The level of one value.</summary>
    public int Of(double value)
    {
        // About there; then by comparisons with the thresholds themselves.
        int level = (int)Math.Clamp((value - lowest) / (highest - lowest) * (count - 1), 0, count);
        while (level < count && At(level) <= value)
            level++;
        while (level > 0 && At(level - 1) > value)
            level--;
        return level;
    }

    /// <summary>The threshold at an index.</summary>
    public double At(int index) => lowest + index * (highest - lowest) / (count - 1);

    /// <summary>What a value of a level is taken to be: halfway between the thresholds around it.</summary>
    public double Decode(double level) => lowest + Math.Clamp((level - 0.5) / (count - 1), 0, 1) * (highest - lowest);

    /// <summary>The smallest number of the values' type that reaches each threshold.</summary>
    public void CopyTo<T>(Span<T> thresholds)
        where T : unmanaged
    {
        for (int index = 0; index < count; index++)
        {
            double exact = At(index), nearest = ValueLanes.Wide(ValueLanes.Own<T>(exact));
            thresholds[index] = ValueLanes.Own<T>(nearest < exact ? MathF.BitIncrement((float)exact) : nearest);
        }
    }

    /// <summary>The levels of many values.</summary>
    /// <param name="values">The values.</param>
    /// <param name="levels">Receives as many levels.</param>
    /// <param name="thresholds">What <see cref="CopyTo"/> gives; it is not looked at where there are too many to compare.</param>
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
        // Singles are loaded once for all thresholds; doubles take two vectors, which are quick to load again.
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
