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

    /// <summary>The number of values outside.</summary>
    public int CountOutside(ReadOnlySpan<float> values)
    {
        int count = 0;
        foreach (float value in values)
            count += value < Lowest || value > Highest ? 1 : 0;
        return count;
    }
}
