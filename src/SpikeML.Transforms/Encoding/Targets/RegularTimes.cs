namespace SpikeML;

/// <summary>
/// The steps of a regular rate, floor(k / rate), in double precision. The reference's torch.arange uses single precision and is
/// occasionally off by one.
/// </summary>
internal static class RegularTimes
{
    /// <summary>
    /// Twice the rounding error of a quotient by a rate such as 0.07: 7 / 0.07 is 99.99999999999999 and means 100.
    /// </summary>
    private const double Rounding = 4.5e-16;

    /// <summary>The step of a spike with an index from 0, relative to the first spike.</summary>
    public static double Step(int spike, double rate)
    {
        double time = spike / rate, whole = Math.Round(time);
        return Math.Abs(time - whole) <= time * Rounding ? whole : Math.Floor(time);
    }

    /// <summary>The number of spikes in a number of steps; none at a rate of 0.</summary>
    public static int Count(double rate, int steps)
    {
        // The product can be rounded up past a whole number; it is rounded down by less than Step rounds up.
        int count = (int)Math.Ceiling(steps * rate);
        return Step(count - 1, rate) >= steps ? count - 1 : count;
    }
}
