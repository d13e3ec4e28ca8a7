namespace SpikeML;

/// <summary>
/// Weighted phase coding (Kim et al. 2018): the spikes of a period are the feature's binary digits, the first worth 1/2, the next
/// 1/4 and so on; the pattern repeats after Period steps.
/// </summary>
/// <remarks>1 has no finite digits below it and becomes all ones, 1 - 2^-Period.</remarks>
public static class PhaseEncoding
{
    /// <summary>Encodes the features of one row.</summary>
    /// <param name="features">Values in [0, 1].</param>
    /// <param name="spikes">Receives NumSteps x features values, time-major. What it held is overwritten.</param>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit each other.</exception>
    /// <exception cref="InvalidFeatureException">A feature is not finite or outside its range.</exception>
    public static void Encode(ReadOnlySpan<float> features, Span<float> spikes, PhaseEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validated();
        FeatureCodeCheck.Room(features, spikes, options.NumSteps);
        FeatureCheck.AllUnit(features);
        for (int slot = 0; slot < features.Length; slot++)
        {
            int digits = (int)Math.Min(features[slot] * (1 << options.Period), (1 << options.Period) - 1);
            for (int step = 0; step < options.NumSteps; step++)
                spikes[step * features.Length + slot] = (digits >> (options.Period - 1 - step % options.Period)) & 1;
        }
    }

    /// <summary>
    /// Restores features: the sum of the weights of the first period's spikes, at most 2^-Period below the feature.
    /// </summary>
    /// <param name="spikes">Time-major spikes, as <see cref="Encode"/> gives them.</param>
    /// <param name="features">Receives one value a feature, which give their number.</param>
    /// <param name="options">The options that were encoded with.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit each other.</exception>
    /// <exception cref="InvalidFeatureException">A spike is NaN or infinite.</exception>
    public static void Decode(ReadOnlySpan<float> spikes, Span<float> features, PhaseEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validated();
        FeatureCodeCheck.Decoding(features, spikes, options.NumSteps);
        for (int slot = 0; slot < features.Length; slot++)
        {
            double sum = 0, weight = 0.5;
            for (int step = 0; step < Math.Min(options.NumSteps, options.Period); step++, weight /= 2)
                sum += weight * spikes[step * features.Length + slot];
            features[slot] = (float)sum;
        }
    }
}
