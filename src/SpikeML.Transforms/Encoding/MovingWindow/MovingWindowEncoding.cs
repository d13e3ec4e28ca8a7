namespace SpikeML;

/// <summary>
/// Moving-window coding (Petro, Kasabov and Kiss 2020): a spike (1) where the series is above base + threshold, an off-spike (-1)
/// where it is below base - threshold; base is the mean of the window + 1 values before, and for the first window + 1 values
/// their own mean.
/// </summary>
public static class MovingWindowEncoding
{
    /// <summary>Encodes one series for each neuron.</summary>
    /// <param name="series">Time-major values: all neurons of step 0 first.</param>
    /// <param name="spikes">
    /// Receives 1, 0 or -1 for each value. What it held is overwritten; it may not overlap <paramref name="series"/>.
    /// </param>
    /// <param name="neuronCount">The number of neurons, which divides the number of values.</param>
    /// <param name="options">The options, with Threshold set and Window.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An option is out of range, or <paramref name="neuronCount"/> is below 1.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// The lengths do not fit each other, the spans overlap, or Threshold is null.
    /// </exception>
    /// <exception cref="InvalidFeatureException">A value is NaN or infinite.</exception>
    public static void Encode(ReadOnlySpan<float> series, Span<float> spikes, int neuronCount, MovingWindowEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        double threshold = SeriesCheck.Given(options.Validated().Threshold, nameof(options.Threshold));
        int window = SeriesCheck.Given(options.Window, nameof(options.Window));
        SeriesCheck.Encoding(series, spikes, neuronCount);
        int numSteps = series.Length / neuronCount, width = (int)Math.Min(window + 1L, numSteps);
        for (int neuron = 0; neuron < Math.Min(neuronCount, series.Length); neuron++)
        {
            for (int step = 0; step < numSteps; step++)
            {
                int slot = step * neuronCount + neuron;
                double mean = Mean(series[neuron..], Math.Max(0, step - width), width, neuronCount);
                spikes[slot] = series[slot] > mean + threshold ? 1 : series[slot] < mean - threshold ? -1 : 0;
            }
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
    public static void Decode(ReadOnlySpan<float> spikes, ReadOnlySpan<float> first, Span<float> series, MovingWindowEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        StepDecoding.Decode(spikes, first, series, SeriesCheck.Given(options.Validated().Threshold, nameof(options.Threshold)));
    }

    // Summed anew for each step: a running sum would carry its rounding along.
    private static double Mean(ReadOnlySpan<float> series, int firstStep, int width, int stride)
    {
        double sum = 0;
        for (int step = firstStep; step < firstStep + width; step++)
            sum += series[step * stride];
        return sum / width;
    }
}
