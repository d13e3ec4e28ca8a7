using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>The range of values that a code distinguishes; values outside are clipped or cannot be restored.</summary>
/// <param name="Lowest">The smallest value.</param>
/// <param name="Highest">The largest value.</param>
/// <param name="Consequence">What happens to other values, such as "such neurons fire at every step or never".</param>
internal readonly record struct ValueLimits(double Lowest, double Highest, string Consequence)
{
    /// <summary>Values outside by less than this share of the range are attributed to rounding or to test data.</summary>
    private const double Tolerance = 0.05;

    /// <summary>Whether the option Gain can bring other values to this range, as 1 / 255 does for bytes.</summary>
    public bool FollowGain { get; init; }

    /// <summary>The values for which <c>gain * value + offset</c> is between <paramref name="lowest"/> and 1.</summary>
    public static ValueLimits? OfProbability(double gain, double offset, double lowest = 0)
    {
        if (gain == 0)
            return null;
        double first = (lowest - offset) / gain, last = (1 - offset) / gain;
        return new(Math.Min(first, last), Math.Max(first, last), "such neurons fire at every step or never")
        {
            FollowGain = true
        };
    }

    public bool AreFar(float lowest, float highest)
    {
        double slack = Tolerance * (Highest - Lowest);
        return lowest < Lowest - slack || highest > Highest + slack;
    }

    /// <summary>The smallest and largest of finite values, at least one, and how many are outside.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public (float Lowest, float Highest, int Outside) Measure(ReadOnlySpan<float> values)
    {
        (float least, float most) = (-ChangeThresholds.RoundDown(-Lowest), ChangeThresholds.RoundDown(Highest));
        Vector512<float> lowest = Vector512.Create(float.PositiveInfinity), highest = -lowest;
        Vector512<int> outside = Vector512<int>.Zero;
        for (int slot = 0; slot < values.Length; slot += Lanes.Count)
        {
            // Lanes beyond the last value repeat a value, and are not counted below.
            Vector512<float> own = Lanes.Load(values, slot, values[slot]);
            (lowest, highest) = (Vector512.MinNative(lowest, own), Vector512.MaxNative(highest, own));
            Vector512<int> isOutside = (Vector512.LessThan(own, Vector512.Create(least))
                | Vector512.GreaterThan(own, Vector512.Create(most))).AsInt32();
            outside -= isOutside & Vector512.LessThan(Lanes.Indices, Vector512.Create(values.Length - slot));
        }
        (float first, float last) = (lowest[0], highest[0]);
        for (int lane = 1; lane < Lanes.Count; lane++)
            (first, last) = (Math.Min(first, lowest[lane]), Math.Max(last, highest[lane]));
        return (first, last, Vector512.Sum(outside));
    }
}
