namespace SpikeML;

/// <summary>
/// Sigma-delta coding with a residue, as Lava's Delta process: d = x[t] - x[t-1] + residue; where |d| is the threshold or more
/// the
/// spike is d itself, and what was not sent stays in the residue. x[-1] is 0.
/// </summary>
/// <remarks>
/// Spikes are graded: their values are changes of the series. The cumulative sum of the spikes restores it to within the
/// threshold.
/// </remarks>
public static class ResidueEncoding
{
    /// <summary>Encodes one series for each neuron.</summary>
    /// <param name="series">Time-major values: all neurons of step 0 first.</param>
    /// <param name="spikes">
    /// Receives a change or 0 for each value. What it held is overwritten; it may not overlap <paramref name="series"/>.
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
    public static void Encode(ReadOnlySpan<float> series, Span<float> spikes, int neuronCount, ResidueEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        double threshold = SeriesCheck.Given(options.Validated().Threshold, nameof(options.Threshold));
        SeriesCheck.Encoding(series, spikes, neuronCount);
        for (int neuron = 0; neuron < Math.Min(neuronCount, series.Length); neuron++)
        {
            double previous = 0, residue = 0;
            for (int slot = neuron; slot < series.Length; slot += neuronCount)
            {
                double change = series[slot] - previous + residue;
                float spike = Math.Abs(change) >= threshold ? (float)change : 0;
                spikes[slot] = spike;
                // Less what was sent, not what should have been: rounding to single precision stays in the residue too.
                residue = change - spike;
                previous = series[slot];
            }
        }
    }

    /// <summary>Restores each neuron's series from its spikes: their cumulative sum.</summary>
    /// <param name="spikes">Time-major spikes, as <see cref="Encode"/> gives them.</param>
    /// <param name="first">One value a neuron, which give the number of neurons; their values do not count.</param>
    /// <param name="series">Receives as many values as the series had.</param>
    /// <param name="options">The options that were encoded with.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit each other, or the spans overlap.</exception>
    /// <exception cref="InvalidFeatureException">A spike is NaN or infinite.</exception>
    public static void Decode(ReadOnlySpan<float> spikes, ReadOnlySpan<float> first, Span<float> series, ResidueEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validated();
        SeriesCheck.Decoding(spikes, first, series, first.Length);
        for (int neuron = 0; neuron < first.Length; neuron++)
        {
            double sum = 0;
            for (int slot = neuron; slot < series.Length; slot += first.Length)
            {
                sum += spikes[slot];
                series[slot] = (float)sum;
            }
        }
    }
}
