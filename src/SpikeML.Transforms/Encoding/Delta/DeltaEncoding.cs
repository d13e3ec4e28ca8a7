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
            throw new ArgumentException($"{series.Length} values are no whole number of steps of {neuronCount} neurons.",
                nameof(series));
        if (spikes.Length != series.Length)
            throw new ArgumentException($"{series.Length} values have as many spikes, not {spikes.Length}.", nameof(spikes));
        if (series.Overlaps(spikes))
            throw new ArgumentException("The spikes may not be written over the series that they come from.", nameof(spikes));
        if (!series.IsEmpty)
            EncodeSteps(series, 0, spikes, neuronCount, options);
        return SpikeBuffers.Count(spikes);
    }

    /// <summary>Encodes whole steps of a series, whose options and lengths are known to be right.</summary>
    internal static void EncodeSteps(
        ReadOnlySpan<float> series, int firstStep, Span<float> spikes, int neuronCount, DeltaEncodingOptions options)
    {
        int from = firstStep * neuronCount;
        ReadOnlySpan<float> values = series.Slice(from, spikes.Length);
        bool finite = true;
        if (firstStep == 0)
        {
            // The value before the first is 0, or itself.
            ReadOnlySpan<float> first = values[..neuronCount];
            finite = Encode(options.Padding ? first : default, first, spikes, options);
            from = neuronCount;
            values = values[neuronCount..];
            spikes = spikes[neuronCount..];
        }
        finite &= Encode(series.Slice(from - neuronCount, values.Length), values, spikes, options);
        if (!finite)
            FeatureCheck.AllFinite(series);
    }

    /// <summary>
    /// The value before stands one step back for every neuron, so any number of steps is one long row. Tells whether all values
    /// are finite.
    /// </summary>
    /// <param name="previous">The values before; none: 0.</param>
    /// <param name="current">The values.</param>
    /// <param name="spikes">Receives the spikes.</param>
    /// <param name="options">The options.</param>
    private static bool Encode(
        ReadOnlySpan<float> previous, ReadOnlySpan<float> current, Span<float> spikes, DeltaEncodingOptions options)
    {
        float threshold = (float)options.Threshold;
        // Without off-spikes no fall is deep enough, not even one that overflows: nothing compares with NaN.
        Vector512<float> rise = Vector512.Create(threshold);
        Vector512<float> fall = Vector512.Create(options.OffSpike ? -threshold : float.NaN);
        Vector512<float> zeros = Vector512<float>.Zero;
        int slot = 0;
        for (; slot <= current.Length - Vector512<float>.Count; slot += Vector512<float>.Count)
        {
            Vector512<float> value = Vector512.Create(current[slot..]);
            Vector512<float> change = value - (previous.IsEmpty ? Vector512<float>.Zero : Vector512.Create(previous[slot..]));
            Vector512<float> on = Vector512.ConditionalSelect(
                Vector512.GreaterThanOrEqual(change, rise), Vector512<float>.One, Vector512<float>.Zero);
            Vector512<float> off = Vector512.ConditionalSelect(
                Vector512.LessThanOrEqual(change, fall), Vector512<float>.One, Vector512<float>.Zero);
            (on - off).CopyTo(spikes[slot..]);
            zeros += value * Vector512<float>.Zero;
        }
        float rest = 0;
        for (; slot < current.Length; slot++)
        {
            spikes[slot] = Spike(current[slot] - (previous.IsEmpty ? 0 : previous[slot]), threshold, options.OffSpike);
            rest += current[slot] * 0;
        }
        // 0 * x is 0 for every finite x and NaN otherwise.
        return rest == 0 && Vector512.EqualsAll(zeros, Vector512<float>.Zero);
    }

    // With a threshold of 0 an unchanged value both rises and falls: the two cancel, as in the reference.
    internal static float Spike(float change, float threshold, bool offSpike) =>
        (change >= threshold ? 1 : 0) - (offSpike && change <= -threshold ? 1 : 0);
}
