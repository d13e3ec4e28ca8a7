using System.Buffers;

namespace SpikeML;

/// <summary>
/// Ben's spiker algorithm (Schrauwen and Van Campenhout 2003): a spike wherever taking a filter off the rest of the series brings
/// it closer to zero than leaving it, by the threshold at least: sum |s[t+k] - h[k]| &lt;= sum |s[t+k]| - threshold. Convolving
/// the
/// spikes with the filter restores the series.
/// </summary>
/// <remarks>For series of values from 0 to the filter's sum; whatever lies below 0 gives no spikes.</remarks>
public static class BsaEncoding
{
    /// <summary>Encodes one series for each neuron.</summary>
    /// <param name="series">Time-major values: all neurons of step 0 first.</param>
    /// <param name="spikes">
    /// Receives 1 or 0 for each value; there are none in the last steps, where the filter no longer fits. What it held is
    /// overwritten; it may not overlap <paramref name="series"/>.
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
    public static void Encode(ReadOnlySpan<float> series, Span<float> spikes, int neuronCount, BsaEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        double threshold = SeriesCheck.Given(options.Validated().Threshold, nameof(options.Threshold));
        SeriesCheck.Encoding(series, spikes, neuronCount);
        int numSteps = series.Length / neuronCount;
        float[] rented = ArrayPool<float>.Shared.Rent(numSteps);
        for (int neuron = 0; neuron < Math.Min(neuronCount, series.Length); neuron++)
        {
            Span<float> rest = rented.AsSpan(0, numSteps);
            for (int step = 0; step < numSteps; step++)
                rest[step] = series[step * neuronCount + neuron];
            for (int step = 0; step < numSteps; step++)
                spikes[step * neuronCount + neuron] = TrySubtract(rest[step..], options.Filter.AsSpan(), threshold) ? 1 : 0;
        }
        ArrayPool<float>.Shared.Return(rented);
    }

    /// <summary>Restores each neuron's series from its spikes: their convolution with the filter.</summary>
    /// <param name="spikes">Time-major spikes, as <see cref="Encode"/> gives them.</param>
    /// <param name="first">One value a neuron, which give the number of neurons; their values do not count.</param>
    /// <param name="series">Receives as many values as the series had.</param>
    /// <param name="options">The options that were encoded with.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit each other, or the spans overlap.</exception>
    /// <exception cref="InvalidFeatureException">A spike is NaN or infinite.</exception>
    public static void Decode(ReadOnlySpan<float> spikes, ReadOnlySpan<float> first, Span<float> series, BsaEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ReadOnlySpan<float> filter = options.Validated().Filter.AsSpan();
        SeriesCheck.Decoding(spikes, first, series, first.Length);
        for (int slot = 0; slot < series.Length; slot++)
        {
            double sum = 0;
            for (int k = 0, from = slot; k < filter.Length && from >= 0; k++, from -= first.Length)
                sum += (double)filter[k] * spikes[from];
            series[slot] = (float)sum;
        }
    }

    private static bool TrySubtract(Span<float> rest, ReadOnlySpan<float> filter, double threshold)
    {
        if (rest.Length < filter.Length)
            return false;
        double with = 0, without = 0;
        for (int k = 0; k < filter.Length; k++)
        {
            with += Math.Abs((double)rest[k] - filter[k]);
            without += Math.Abs((double)rest[k]);
        }
        if (with > without - threshold)
            return false;
        for (int k = 0; k < filter.Length; k++)
            rest[k] -= filter[k];
        return true;
    }
}
