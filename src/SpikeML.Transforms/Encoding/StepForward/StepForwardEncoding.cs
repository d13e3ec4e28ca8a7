namespace SpikeML;

/// <summary>
/// Step-forward coding (Petro, Kasabov and Kiss 2020): a baseline starts at the series' first value; where the series is above
/// baseline + threshold there is a spike (1) and the baseline rises by the threshold, where it is below baseline - threshold an
/// off-spike (-1) and it falls by as much.
/// </summary>
public static class StepForwardEncoding
{
    /// <summary>Encodes one series for each neuron.</summary>
    /// <param name="series">Time-major values: all neurons of step 0 first.</param>
    /// <param name="spikes">
    /// Receives 1, 0 or -1 for each value; 0 at step 0. What it held is overwritten; it may not overlap
    /// <paramref name="series"/>.
    /// </param>
    /// <param name="neuronCount">The number of neurons, which divides the number of values.</param>
    /// <param name="options">The options, with Threshold set.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An option is out of range, or <paramref name="neuronCount"/> is below 1.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// The lengths do not fit each other, the spans overlap, or Threshold is null.
    /// </exception>
    /// <exception cref="InvalidFeatureException">A value is NaN or infinite.</exception>
    public static void Encode(ReadOnlySpan<float> series, Span<float> spikes, int neuronCount, StepForwardEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        double threshold = SeriesCheck.Given(options.Validated().Threshold, nameof(options.Threshold));
        SeriesCheck.Encoding(series, spikes, neuronCount);
        for (int neuron = 0; neuron < Math.Min(neuronCount, series.Length); neuron++)
        {
            double baseline = series[neuron];
            for (int slot = neuron; slot < series.Length; slot += neuronCount)
                spikes[slot] = Step(series[slot], ref baseline, threshold);
        }
    }

    /// <summary>Restores each neuron's series from its spikes: r[t] = r[t-1] + threshold * spike[t].</summary>
    /// <param name="spikes">Time-major spikes, as <see cref="Encode"/> gives them.</param>
    /// <param name="first">The series' values at step 0, one a neuron, which give the number of neurons.</param>
    /// <param name="series">Receives as many values as the series had.</param>
    /// <param name="options">The options that were encoded with.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit each other, or the spans overlap.</exception>
    /// <exception cref="InvalidFeatureException">A spike is NaN or infinite.</exception>
    public static void Decode(ReadOnlySpan<float> spikes, ReadOnlySpan<float> first, Span<float> series, StepForwardEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        StepDecoding.Decode(spikes, first, series, SeriesCheck.Given(options.Validated().Threshold, nameof(options.Threshold)));
    }

    /// <summary>The spike of one value; moves the baseline.</summary>
    internal static float Step(float value, ref double baseline, double threshold)
    {
        float spike = value > baseline + threshold ? 1 : value < baseline - threshold ? -1 : 0;
        baseline += spike * threshold;
        return spike;
    }
}
