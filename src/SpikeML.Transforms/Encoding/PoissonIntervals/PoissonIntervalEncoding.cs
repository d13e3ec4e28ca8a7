namespace SpikeML;

/// <summary>
/// Poisson interval coding, as BindsNET's <c>poisson</c>: the intervals between spikes are drawn from a Poisson distribution of
/// mean
/// 1000 / (rate * step) steps, where 0 counts as 1; spikes are at their cumulative sums.
/// </summary>
/// <remarks>The first interval counts from before the first step: an interval of 1 is a spike at step 0.</remarks>
public static class PoissonIntervalEncoding
{
    /// <summary>Means above it are drawn as sums of parts of at most this: the sum of Poisson numbers is one.</summary>
    private const double LargestPart = 16;

    /// <summary>Encodes the features of one row.</summary>
    /// <param name="features">Values of 0 and above; 0 gives no spike.</param>
    /// <param name="spikes">Receives NumSteps x features values, time-major. What it held is overwritten.</param>
    /// <param name="options">The options, with Seed set.</param>
    /// <param name="rowKey">Mixed into the seed.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit each other, or there is no seed.</exception>
    /// <exception cref="InvalidFeatureException">A feature is not finite or outside its range.</exception>
    public static void Encode(ReadOnlySpan<float> features, Span<float> spikes, PoissonIntervalEncodingOptions options, ulong rowKey = 0)
    {
        ArgumentNullException.ThrowIfNull(options);
        int seed = FeatureCodeCheck.Seed(options.Validated().Seed);
        FeatureCodeCheck.Room(features, spikes, options.NumSteps);
        FeatureCodeCheck.AllNotNegative(features);
        DrawStream draws = new(RowHash.DrawKey(seed, features, rowKey));
        spikes.Clear();
        for (int slot = 0; slot < features.Length; slot++)
        {
            double mean = 1000 / (features[slot] * options.Gain * options.StepMilliseconds);
            if (!double.IsFinite(mean))
                continue;
            for (int time = Interval(mean, options.NumSteps, ref draws); time <= options.NumSteps; time += Interval(mean, options.NumSteps, ref draws))
                spikes[(time - 1) * features.Length + slot] = 1;
        }
    }

    /// <summary>
    /// Restores features from the mean interval between spikes, whose expectation is m + e^-m for a mean of m steps, since 0
    /// counts as 1:
    /// 1000 / (m Gain StepMilliseconds); 0 where there is no spike.
    /// </summary>
    /// <remarks>
    /// An estimate, whose relative standard error is about 1 / sqrt(NumSteps) for m of 2 to NumSteps / 3. A neuron that fires at
    /// each step is
    /// taken to have had one interval of one and a half: its rate has no upper bound.
    /// </remarks>
    /// <param name="spikes">Time-major spikes, as <see cref="Encode"/> gives them.</param>
    /// <param name="features">Receives one value a feature, which give their number.</param>
    /// <param name="options">The options that were encoded with; the seed does not count.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit each other.</exception>
    /// <exception cref="InvalidFeatureException">A spike is NaN or infinite.</exception>
    public static void Decode(ReadOnlySpan<float> spikes, Span<float> features, PoissonIntervalEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validated();
        FeatureCodeCheck.Decoding(features, spikes, options.NumSteps);
        for (int slot = 0; slot < features.Length; slot++)
        {
            (double interval, int count) = SpikeReadout.MeanInterval(spikes, slot, features.Length);
            features[slot] = count == 0 ? 0
                : (float)(1000 / (MeanOf(Math.Max(interval, 1 + 0.5 / count)) * options.Gain * options.StepMilliseconds));
        }
    }

    /// <summary>
    /// The m above 0 of which m + e^-m is the expected interval, which is above 1. Newton's steps fall towards it from above.
    /// </summary>
    private static double MeanOf(double interval)
    {
        double mean = interval, step = 1;
        while (step > 1e-12 * mean)
        {
            double rest = Exponential.Of(-mean);
            step = (mean + rest - interval) / (1 - rest);
            mean -= step;
        }
        return mean;
    }

    /// <summary>An interval of 1 to numSteps + 1, which stands for all longer ones.</summary>
    private static int Interval(double mean, int numSteps, ref DrawStream draws)
    {
        int interval = 0;
        for (double rest = mean; rest > 0 && interval <= numSteps; rest -= LargestPart)
            interval += Poisson(Math.Min(rest, LargestPart), ref draws);
        return Math.Clamp(interval, 1, numSteps + 1);
    }

    /// <summary>By inversion: the number at which the distribution function passes a uniform draw.</summary>
    private static int Poisson(double mean, ref DrawStream draws)
    {
        double rest = draws.NextUnit(), probability = Exponential.Of(-mean);
        int count = 0;
        // Beyond 200 nothing is left of a mean of 16 but the rounding of the sum.
        for (; rest >= probability && count < 200; count++)
        {
            rest -= probability;
            probability *= mean / (count + 1);
        }
        return count;
    }
}
