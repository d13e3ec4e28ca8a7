using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// Delta modulation: a neuron spikes (1) where its input rises by the threshold or more from one step to the next, and with
/// OffSpike gives an off-spike (-1) where it falls by as much, as snnTorch's <c>spikegen.delta</c>.
/// </summary>
public static class DeltaEncoding
{
    /// <summary>Encodes one series for each neuron.</summary>
    /// <param name="series">Time-major values: all neurons of step 0 first.</param>
    /// <param name="spikes">
    /// Receives 1, 0 or -1 for each value. What it held is overwritten; it may not overlap <paramref name="series"/>.
    /// </param>
    /// <param name="neuronCount">The number of neurons, which divides the number of values.</param>
    /// <param name="options">The options.</param>
    /// <returns>The number of spikes and off-spikes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An option is out of range, or <paramref name="neuronCount"/> is below 1.
    /// </exception>
    /// <exception cref="ArgumentException">The lengths do not fit each other, or the spans overlap.</exception>
    /// <exception cref="InvalidFeatureException">A value is NaN or infinite.</exception>
    public static int Encode(ReadOnlySpan<float> series, Span<float> spikes, int neuronCount, DeltaEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validated();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(neuronCount);
        if (series.Length % neuronCount != 0)
            throw new ArgumentException($"{series.Length} values are no whole number of steps of {neuronCount} neurons.", nameof(series));
        if (spikes.Length != series.Length)
            throw new ArgumentException($"{series.Length} values have as many spikes, not {spikes.Length}.", nameof(spikes));
        if (series.Overlaps(spikes))
            throw new ArgumentException("The spikes may not be written over the series that they come from.", nameof(spikes));
        if (series.IsEmpty)
            return 0;

        float threshold = (float)options.Threshold;
        int count = EncodeFirst(series[..neuronCount], spikes, threshold, options)
            + EncodeRest(series, spikes[neuronCount..], threshold, options.OffSpike, out bool finite);
        if (!finite)
            FeatureCheck.AllFinite(series);
        return count;
    }

    private static int EncodeFirst(ReadOnlySpan<float> first, Span<float> spikes, float threshold, DeltaEncodingOptions options)
    {
        FeatureCheck.AllFinite(first);
        int count = 0;
        for (int neuron = 0; neuron < first.Length; neuron++)
        {
            float spike = Spike(first[neuron] - (options.Padding ? first[neuron] : 0), threshold, options.OffSpike);
            spikes[neuron] = spike;
            count += spike != 0 ? 1 : 0;
        }
        return count;
    }

    /// <summary>
    /// All steps but the first: the value before stands one step back for every neuron, so all of them are one long row.
    /// </summary>
    private static int EncodeRest(ReadOnlySpan<float> series, Span<float> spikes, float threshold, bool offSpike, out bool finite)
    {
        ReadOnlySpan<float> previous = series[..spikes.Length];
        ReadOnlySpan<float> current = series[(series.Length - spikes.Length)..];
        Vector512<float> rise = Vector512.Create(threshold);
        // Without off-spikes no fall is deep enough.
        Vector512<float> fall = Vector512.Create(offSpike ? -threshold : float.NegativeInfinity);
        Vector512<float> counts = Vector512<float>.Zero, zeros = Vector512<float>.Zero;
        int slot = 0;
        for (; slot <= spikes.Length - Vector512<float>.Count; slot += Vector512<float>.Count)
        {
            Vector512<float> value = Vector512.Create(current[slot..]);
            Vector512<float> change = value - Vector512.Create(previous[slot..]);
            Vector512<float> on = Vector512.GreaterThanOrEqual(change, rise) & Vector512<float>.One;
            Vector512<float> off = Vector512.LessThanOrEqual(change, fall) & Vector512<float>.One;
            (on - off).CopyTo(spikes[slot..]);
            counts += Vector512.Abs(on - off);
            zeros += value * Vector512<float>.Zero;
        }
        int count = (int)Vector512.Sum(counts);
        for (; slot < spikes.Length; slot++)
        {
            spikes[slot] = Spike(current[slot] - previous[slot], threshold, offSpike);
            count += spikes[slot] != 0 ? 1 : 0;
            zeros += Vector512.Create(current[slot] * 0);
        }
        // 0 * x is 0 for every finite x and NaN otherwise.
        finite = Vector512.EqualsAll(zeros, Vector512<float>.Zero);
        return count;
    }

    // With a threshold of 0 an unchanged value both rises and falls: the two cancel, as in the reference.
    internal static float Spike(float change, float threshold, bool offSpike) =>
        (change >= threshold ? 1 : 0) - (offSpike && change <= -threshold ? 1 : 0);
}
