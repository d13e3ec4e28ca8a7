namespace SpikeML;

/// <summary>
/// Logarithmic latency coding, as SpikingJelly's <c>LatencyEncoder</c> with its log function: one spike a feature, at
/// round((T - 1) - ln(a x + 1)) with a = e^(T-1) - 1, so that 1 fires at step 0 and 0 at the last step, T - 1.
/// </summary>
public static class LogLatencyEncoding
{
    /// <summary>Encodes the features of one row.</summary>
    /// <param name="features">Values in [0, 1].</param>
    /// <param name="spikes">Receives NumSteps x features values, time-major. What it held is overwritten.</param>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit each other.</exception>
    /// <exception cref="InvalidFeatureException">A feature is not finite or outside its range.</exception>
    public static void Encode(ReadOnlySpan<float> features, Span<float> spikes, LogLatencyEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        int numSteps = options.Validated().NumSteps;
        FeatureCodeCheck.Room(features, spikes, numSteps);
        FeatureCheck.AllUnit(features);
        double a = Exponential.Of(numSteps - 1) - 1;
        spikes.Clear();
        for (int slot = 0; slot < features.Length; slot++)
        {
            int step = (int)Math.Clamp(Math.Round(numSteps - 1 - Logarithm.Of(a * features[slot] + 1)), 0, numSteps - 1);
            spikes[step * features.Length + slot] = 1;
        }
    }

    /// <summary>Restores features from the first spike: (e^(T - 1 - t) - 1) / a; 0 where there is none.</summary>
    /// <param name="spikes">Time-major spikes, as <see cref="Encode"/> gives them.</param>
    /// <param name="features">Receives one value a feature, which give their number.</param>
    /// <param name="options">The options that were encoded with.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit each other.</exception>
    /// <exception cref="InvalidFeatureException">A spike is NaN or infinite.</exception>
    public static void Decode(ReadOnlySpan<float> spikes, Span<float> features, LogLatencyEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        int numSteps = options.Validated().NumSteps;
        FeatureCodeCheck.Decoding(features, spikes, numSteps);
        double a = Math.Max(Exponential.Of(numSteps - 1) - 1, double.Epsilon);
        for (int slot = 0; slot < features.Length; slot++)
        {
            int step = 0;
            while (step < numSteps && spikes[step * features.Length + slot] == 0)
                step++;
            features[slot] = step < numSteps ? (float)((Exponential.Of(numSteps - 1 - step) - 1) / a) : 0;
        }
    }
}
