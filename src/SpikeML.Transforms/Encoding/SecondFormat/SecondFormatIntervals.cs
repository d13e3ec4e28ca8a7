namespace SpikeML;

/// <summary>
/// Poisson interval coding for models of the first two formats: neuron by neuron, each interval by stepwise inversion of the
/// distribution function.
/// </summary>
internal static class SecondFormatIntervals
{
    /// <summary>
    /// Larger means are drawn as sums of parts of at most this size, since a sum of Poisson numbers is a Poisson number.
    /// </summary>
    private const double LargestPart = 16;

    public static void Encode(
        ReadOnlySpan<float> features, Span<float> spikes, PoissonIntervalEncodingOptions options, ulong rowKey)
    {
        DrawStream draws = new(RowHash.DrawKey(options.Seed!.Value, features, rowKey));
        spikes.Clear();
        for (int slot = 0; slot < features.Length; slot++)
        {
            double mean = 1000 / (features[slot] * options.Gain * options.StepMilliseconds);
            if (!double.IsFinite(mean))
                continue;
            int time = Interval(mean, options.NumSteps, ref draws);
            for (; time <= options.NumSteps; time += Interval(mean, options.NumSteps, ref draws))
                spikes[(time - 1) * features.Length + slot] = 1;
        }
    }

    /// <summary>An interval of 1 to numSteps + 1, which stands for all longer ones.</summary>
    private static int Interval(double mean, int numSteps, ref DrawStream draws)
    {
        int interval = 0;
        for (double rest = mean; rest > 0 && interval <= numSteps; rest -= LargestPart)
            interval += Poisson(Math.Min(rest, LargestPart), ref draws);
        return Math.Clamp(interval, 1, numSteps + 1);
    }

    /// <summary>Inversion: the number at which the distribution function passes a uniform draw.</summary>
    private static int Poisson(double mean, ref DrawStream draws)
    {
        double rest = draws.NextUnit(), probability = Exponential.Of(-mean);
        int count = 0;
        // With a mean of 16, only rounding errors of the sum remain beyond 200.
        for (; rest >= probability && count < 200; count++)
        {
            rest -= probability;
            probability *= mean / (count + 1);
        }
        return count;
    }
}
