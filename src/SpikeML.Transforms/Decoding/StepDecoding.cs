namespace SpikeML;

/// <summary>
/// The decoder that codes of changes share (Petro, Kasabov and Kiss 2020): r[0] = s[0], and each spike moves the series by the
/// threshold, r[t] = r[t-1] + threshold * spike[t].
/// </summary>
public static class StepDecoding
{
    /// <summary>Restores each neuron's series.</summary>
    /// <param name="spikes">Time-major spikes, 1, 0 or -1; those of step 0 do not count.</param>
    /// <param name="first">The series' values at step 0, one a neuron, which give the number of neurons.</param>
    /// <param name="series">Receives as many values as there are spikes.</param>
    /// <param name="threshold">What a spike stands for, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="threshold"/> is not above 0 and finite, or <paramref name="first"/> is empty.
    /// </exception>
    /// <exception cref="ArgumentException">The lengths do not fit each other, or the spans overlap.</exception>
    /// <exception cref="InvalidFeatureException">A spike is NaN or infinite.</exception>
    public static void Decode(ReadOnlySpan<float> spikes, ReadOnlySpan<float> first, Span<float> series, double threshold)
    {
        OptionCheck.Positive(threshold, nameof(threshold));
        SeriesCheck.Decoding(spikes, first, series, first.Length);
        for (int neuron = 0; neuron < first.Length; neuron++)
        {
            // Sums in double precision, so that rounding does not add up over the steps.
            double value = first[neuron];
            for (int slot = neuron; slot < series.Length; slot += first.Length)
            {
                value += slot < first.Length ? 0 : threshold * spikes[slot];
                series[slot] = (float)value;
            }
        }
    }
}
