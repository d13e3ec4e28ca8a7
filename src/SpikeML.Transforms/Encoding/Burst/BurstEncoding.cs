namespace SpikeML;

/// <summary>
/// Burst coding (Guo et al. 2021, as Spikify has it): a feature P gives ceil(P MaxSpikes) spikes, with ceil(MaxGap - P (MaxGap -
/// MinGap))
/// silent steps between them; the larger the feature, the more spikes and the closer together.
/// </summary>
public static class BurstEncoding
{
    /// <summary>Encodes the features of one row.</summary>
    /// <param name="features">Values in [0, 1]; 0 gives no spike.</param>
    /// <param name="spikes">Receives NumSteps x features values, time-major. What it held is overwritten.</param>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit each other.</exception>
    /// <exception cref="InvalidFeatureException">A feature is not finite or outside its range.</exception>
    public static void Encode(ReadOnlySpan<float> features, Span<float> spikes, BurstEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validated();
        FeatureCodeCheck.Room(features, spikes, options.NumSteps);
        FeatureCheck.AllUnit(features);
        spikes.Clear();
        for (int slot = 0; slot < features.Length; slot++)
        {
            int count = Count(features[slot], options);
            for (int spike = 0; spike < count; spike++)
                spikes[spike * (Gap(features[slot], options) + 1) * features.Length + slot] = 1;
        }
    }

    /// <summary>
    /// Restores features from the number n of spikes: (n - 1/2) / MaxSpikes, off by at most 1 / (2 MaxSpikes); 0 of no spike.
    /// </summary>
    /// <param name="spikes">Time-major spikes, as <see cref="Encode"/> gives them.</param>
    /// <param name="features">Receives one value a feature, which give their number.</param>
    /// <param name="options">The options that were encoded with.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit each other.</exception>
    /// <exception cref="InvalidFeatureException">A spike is NaN or infinite.</exception>
    public static void Decode(ReadOnlySpan<float> spikes, Span<float> features, BurstEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validated();
        FeatureCodeCheck.Decoding(features, spikes, options.NumSteps);
        SpikeReadout.Count(spikes, features);
        foreach (ref float count in features)
            count = count == 0 ? 0 : (float)((count - 0.5) / options.MaxSpikes);
    }

    /// <summary>
    /// The steps that the longest burst takes: for each number of spikes, that of the smallest feature which gives so many.
    /// </summary>
    internal static long StepsNeeded(BurstEncodingOptions options)
    {
        long needed = 1;
        for (int spikes = 2; spikes <= options.MaxSpikes; spikes++)
        {
            double smallest = (double)(spikes - 1) / options.MaxSpikes;
            long gap = (long)Math.Ceiling(options.MaxGap - smallest * (options.MaxGap - options.MinGap));
            needed = Math.Max(needed, (spikes - 1) * (gap + 1) + 1);
        }
        return needed;
    }

    private static int Count(float feature, BurstEncodingOptions options) => (int)Math.Ceiling((double)feature * options.MaxSpikes);

    private static int Gap(float feature, BurstEncodingOptions options) =>
        (int)Math.Ceiling(options.MaxGap - (double)feature * (options.MaxGap - options.MinGap));
}
