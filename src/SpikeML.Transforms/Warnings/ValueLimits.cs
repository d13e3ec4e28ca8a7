namespace SpikeML;

/// <summary>The values that a code tells apart: those outside are cut off, or cannot be restored.</summary>
/// <param name="Lowest">The least value.</param>
/// <param name="Highest">The greatest value.</param>
/// <param name="Consequence">What becomes of others, such as "such neurons fire at every step or never".</param>
internal readonly record struct ValueLimits(double Lowest, double Highest, string Consequence)
{
    /// <summary>Values that are only this share of the range outside are taken for rounding or for test data.</summary>
    private const double Tolerance = 0.05;

    /// <summary>Whether the option Gain brings other values to this range, as 1 / 255 does with bytes.</summary>
    public bool FollowGain { get; init; }

    /// <summary>The values for which <c>gain * value + offset</c> is from <paramref name="lowest"/> to 1.</summary>
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

    /// <summary>How many of some values lie outside.</summary>
    public int CountOutside(ReadOnlySpan<float> values)
    {
        int count = 0;
        foreach (float value in values)
            count += value < Lowest || value > Highest ? 1 : 0;
        return count;
    }
}
