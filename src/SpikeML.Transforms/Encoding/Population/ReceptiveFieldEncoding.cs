namespace SpikeML;

/// <summary>
/// Population coding by first-spike times (Bohte, Kok and La Poutre 2002): each feature drives a row of neurons with Gaussian
/// receptive fields, and the more a neuron is driven the earlier it fires: at round(NumSteps (1 - activation)), and not at all
/// where
/// that is NumSteps.
/// </summary>
public static class ReceptiveFieldEncoding
{
    /// <summary>Encodes the features of one row.</summary>
    /// <param name="features">Finite values; those outside their range drive the outer fields, or none.</param>
    /// <param name="spikes">Receives NumSteps x features x fields values, time-major. What it held is overwritten.</param>
    /// <param name="ranges">The range of each feature, or one for all.</param>
    /// <param name="options">The options; of them Range does not count.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit each other.</exception>
    /// <exception cref="InvalidFeatureException">A feature is NaN or infinite.</exception>
    public static void Encode(ReadOnlySpan<float> features, Span<float> spikes, ReadOnlySpan<ValueRange> ranges, ReceptiveFieldEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        int fields = options.Validated().NumFields;
        FeatureCodeCheck.Room(features, spikes, (long)options.NumSteps * fields);
        FeatureCheck.AllFinite(features);
        ValueRanges.Check(features, ranges);
        spikes.Clear();
        for (int slot = 0; slot < features.Length; slot++)
        {
            ValueRange range = ranges[ranges.Length == 1 ? 0 : slot];
            GaussianFields own = new(fields, options.WidthFactor, range.Lowest, range.Highest);
            for (int field = 0; field < fields; field++)
            {
                double step = Math.Round(options.NumSteps * (1 - own.Activation(features[slot], field)));
                if (step < options.NumSteps)
                    spikes[((int)step * features.Length + slot) * fields + field] = 1;
            }
        }
    }

    /// <summary>
    /// Restores features: the mean of the fields' centres, weighted with the activations that the spike times stand for.
    /// </summary>
    /// <param name="spikes">Time-major spikes, as <see cref="Encode"/> gives them.</param>
    /// <param name="features">
    /// Receives one value a feature, which give their number; the middle of the range where no field fired.
    /// </param>
    /// <param name="ranges">The range of each feature, or one for all.</param>
    /// <param name="options">The options that were encoded with.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit each other.</exception>
    /// <exception cref="InvalidFeatureException">A spike is NaN or infinite.</exception>
    public static void Decode(ReadOnlySpan<float> spikes, Span<float> features, ReadOnlySpan<ValueRange> ranges, ReceptiveFieldEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        CentreMean.Decode(spikes, features, ranges, options.Validated(), static (step, numSteps) => 1 - (double)step / numSteps);
    }
}
