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
    public float Decode(double level) => (float)(lowest + Math.Clamp((level - 0.5) / (count - 1), 0, 1) * (highest - lowest));

    /// <summary>The smallest number of single precision that reaches each threshold.</summary>
    public void CopyTo(Span<float> thresholds)
    {
        for (int index = 0; index < count; index++)
        {
            float nearest = (float)At(index);
            thresholds[index] = nearest < At(index) ? MathF.BitIncrement(nearest) : nearest;
        }
    }

    /// <summary>The levels of many values.</summary>
    /// <param name="values">The values.</param>
    /// <param name="levels">Receives as many levels.</param>
    /// <param name="thresholds">What <see cref="CopyTo"/> gives; it is not looked at where there are too many to compare.</param>
    public void Of(ReadOnlySpan<float> values, Span<int> levels, ReadOnlySpan<float> thresholds)
    {
        int slot = 0;
        for (; count <= MostCompared && slot <= values.Length - Vector512<float>.Count; slot += Vector512<float>.Count)
        {
            Vector512<float> own = Vector512.Create(values[slot..]);
            Vector512<int> level = Vector512<int>.Zero;
            foreach (float threshold in thresholds)
                level -= Vector512.GreaterThanOrEqual(own, Vector512.Create(threshold)).AsInt32();
            level.CopyTo(levels[slot..]);
        }
        for (; slot < values.Length; slot++)
            levels[slot] = Of(values[slot]);
    }
}
