namespace SpikeML;

/// <summary>Restores features from latency-coded spikes or spike times (<see cref="LatencyEncoding"/>).</summary>
public static class LatencyDecoding
{
    /// <summary>
    /// Restores features from the step of their spike: the middle of the features that fire at that step, between those of the
    /// times
    /// half a step later and half a step earlier. No other value is closer to the worst of them.
    /// </summary>
    /// <remarks>
    /// Off by at most half the distance of the two: 1 / (2 Tau) of the linear code; of the logarithmic one more, the earlier the
    /// step.
    /// The last step that features fire at stands for all smaller ones too, down to 0, or the threshold with Clip. A feature
    /// without a
    /// spike becomes 0. With Interpolate, or other targets, the spike is the first value next to OnTarget.
    /// </remarks>
    /// <param name="spikes">Time-major spikes, as <see cref="LatencyEncoding.Encode"/> gives them.</param>
    /// <param name="features">Receives one value a feature, which give their number.</param>
    /// <param name="options">The options that were encoded with, with all that was learned.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">
    /// The lengths do not fit each other, both targets are the same, or what Normalize learned is missing.
    /// </exception>
    /// <exception cref="InvalidFeatureException">A spike is NaN or infinite.</exception>
    public static void Decode(ReadOnlySpan<float> spikes, Span<float> features, LatencyEncodingOptions options)
    {
        Check(options);
        int numSteps = SeriesCheck.Given(options.NumSteps, nameof(options.NumSteps));
        if (options.OnTarget == options.OffTarget)
            throw new ArgumentException("With OnTarget and OffTarget the same, spikes cannot be told from silence.", nameof(options));
        FeatureCodeCheck.Decoding(features, spikes, numSteps);
        LatencyInverse inverse = new(options);
        double latest = new LatencyCode(options, options.LargestTime).LatestStep(), least = options.Clip ? options.Threshold : 0;
        for (int slot = 0; slot < features.Length; slot++)
        {
            int step = SpikeStep(spikes, slot, features.Length, options);
            double lower = step >= latest ? least : inverse.Feature(step + 0.5);
            features[slot] = step < 0 ? 0 : (float)((lower + inverse.Feature(step - 0.5)) / 2);
        }
    }

    /// <summary>
    /// Restores features from their spike times, exactly but for rounding, where they are not below the threshold.
    /// </summary>
    /// <remarks>
    /// Features below the threshold have the time of the threshold and become it, or with Clip NaN and become 0; so the error is
    /// at
    /// most the threshold.
    /// </remarks>
    /// <param name="times">
    /// Times in steps, as <see cref="LatencyEncoding.EncodeTimes"/> gives them; NaN where a feature does not fire.
    /// </param>
    /// <param name="features">Receives one value a time; may be <paramref name="times"/>.</param>
    /// <param name="options">The options that were encoded with, with all that was learned.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths differ, or what Normalize learned is missing.</exception>
    /// <exception cref="InvalidFeatureException">A time is infinite.</exception>
    public static void DecodeTimes(ReadOnlySpan<float> times, Span<float> features, LatencyEncodingOptions options)
    {
        Check(options);
        if (times.Length != features.Length)
            throw new ArgumentException($"{times.Length} times have as many features, not {features.Length}.", nameof(features));
        LatencyInverse inverse = new(options);
        for (int slot = 0; slot < times.Length; slot++)
        {
            if (float.IsInfinity(times[slot]))
                throw new InvalidFeatureException(slot, times[slot], "A spike time is a number of steps, or NaN where there is no spike.");
            features[slot] = float.IsNaN(times[slot]) ? 0 : (float)inverse.Feature(times[slot]);
        }
    }

    private static void Check(LatencyEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validated();
        if (options is { Normalize: true, Linear: false, LargestTime: null })
            throw new ArgumentException(
                "Normalize stretches times by what was learned: take the options from a fitted encoder's Codes.", nameof(options));
    }

    /// <summary>The first step whose value is the nearest to OnTarget; -1 where all are nearer to OffTarget.</summary>
    private static int SpikeStep(ReadOnlySpan<float> spikes, int slot, int stride, LatencyEncodingOptions options)
    {
        double nearest = Math.Abs(options.OnTarget - options.OffTarget) / 2;
        int spike = -1;
        for (int at = slot, step = 0; at < spikes.Length; at += stride, step++)
        {
            double distance = Math.Abs(spikes[at] - options.OnTarget);
            if (distance < nearest)
                (nearest, spike) = (distance, step);
        }
        return spike;
    }
}
