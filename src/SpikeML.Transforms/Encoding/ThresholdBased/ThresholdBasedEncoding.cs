namespace SpikeML;

/// <summary>
/// Threshold-based representation (Petro, Kasabov and Kiss 2020): spikes where the change d[t] = s[t+1] - s[t] is above
/// mean(d) + factor * std(d) (the sample's, over N - 1), off-spikes where it is below the negative of that. The last change
/// stands twice.
/// </summary>
public static class ThresholdBasedEncoding
{
    /// <summary>Encodes one series for each neuron.</summary>
    /// <param name="series">Time-major values: all neurons of step 0 first.</param>
    /// <param name="spikes">
    /// Receives 1, 0 or -1 for each value. What it held is overwritten; it may not overlap <paramref name="series"/>.
    /// </param>
    /// <param name="neuronCount">The number of neurons, which divides the number of values.</param>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An option is out of range, or <paramref name="neuronCount"/> is below 1.
    /// </exception>
    /// <exception cref="ArgumentException">The lengths do not fit each other, the spans overlap.</exception>
    /// <exception cref="InvalidFeatureException">A value is NaN or infinite.</exception>
    public static void Encode(ReadOnlySpan<float> series, Span<float> spikes, int neuronCount, ThresholdBasedEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validated();
        SeriesCheck.Encoding(series, spikes, neuronCount);
        for (int neuron = 0; neuron < Math.Min(neuronCount, series.Length); neuron++)
        {
            double threshold = options.Threshold ?? Threshold(series[neuron..], neuronCount, options);
            for (int slot = neuron; slot < series.Length; slot += neuronCount)
            {
                double change = Change(series, slot, neuronCount);
                spikes[slot] = change > threshold ? 1 : change < -threshold ? -1 : 0;
            }
        }
    }

    /// <summary>The threshold of one series: mean(d) + factor * std(d).</summary>
    /// <param name="series">The values of one neuron, <paramref name="stride"/> apart.</param>
    /// <param name="stride">The number of neurons, at least 1.</param>
    /// <param name="options">The options, with Factor set.</param>
    public static double Threshold(ReadOnlySpan<float> series, int stride, ThresholdBasedEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stride);
        double factor = SeriesCheck.Given(options.Factor, nameof(options.Factor));
        double sum = 0, squares = 0;
        int count = 0;
        for (int slot = 0; slot < series.Length; slot += stride, count++)
            sum += Change(series, slot, stride);
        double mean = count > 0 ? sum / count : 0;
        for (int slot = 0; slot < series.Length; slot += stride)
            squares += (Change(series, slot, stride) - mean) * (Change(series, slot, stride) - mean);
        return mean + factor * (count > 1 ? Math.Sqrt(squares / (count - 1)) : 0);
    }

    /// <summary>
    /// Restores each neuron's series from its spikes: a spike at t is the change from t to t + 1, r[t+1] = r[t] + threshold *
    /// spike[t].
    /// </summary>
    /// <param name="spikes">Time-major spikes, as <see cref="Encode"/> gives them.</param>
    /// <param name="first">The series' values at step 0, one a neuron, which give the number of neurons.</param>
    /// <param name="series">Receives as many values as the series had.</param>
    /// <param name="options">The options that were encoded with.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit each other, or the spans overlap.</exception>
    /// <exception cref="InvalidFeatureException">A spike is NaN or infinite.</exception>
    public static void Decode(ReadOnlySpan<float> spikes, ReadOnlySpan<float> first, Span<float> series, ThresholdBasedEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        double threshold = SeriesCheck.Given(options.Validated().Threshold, nameof(options.Threshold));
        SeriesCheck.Decoding(spikes, first, series, first.Length);
        for (int neuron = 0; neuron < first.Length; neuron++)
        {
            double value = first[neuron];
            for (int slot = neuron; slot < series.Length; slot += first.Length)
            {
                series[slot] = (float)value;
                value += threshold * spikes[slot];
            }
        }
    }

    private static double Change(ReadOnlySpan<float> series, int slot, int stride)
    {
        int from = slot + stride < series.Length ? slot : slot - stride;
        return from < 0 ? 0 : series[from + stride] - series[from];
    }
}
