using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// Delta coding: a neuron spikes (1) where its input rises by at least the threshold from one step to the next and, with
/// OffSpike, gives an off-spike (-1) where it falls by as much, as in snnTorch's <c>spikegen.delta</c>.
/// </summary>
public static class DeltaEncoding
{
    /// <summary>Encodes one series per neuron.</summary>
    /// <param name="series">Time-major values: all neurons of step 0 first.</param>
    /// <param name="spikes">
    /// Receives 1, 0 or -1 for each value. Its previous contents are overwritten; it must not overlap <paramref name="series"/>.
    /// </param>
    /// <param name="neuronCount">The number of neurons; the number of values must be a multiple of it.</param>
    /// <param name="options">The options.</param>
    /// <returns>The number of spikes and off-spikes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An option is out of range, or <paramref name="neuronCount"/> is below 1.
    /// </exception>
    /// <exception cref="ArgumentException">The lengths do not match, or the spans overlap.</exception>
    /// <exception cref="InvalidFeatureException">A value is NaN or infinite.</exception>
    public static int Encode(ReadOnlySpan<float> series, Span<float> spikes, int neuronCount, DeltaEncodingOptions options) =>
        EncodeSeries(series, spikes, neuronCount, options);

    /// <inheritdoc cref="Encode(ReadOnlySpan{float}, Span{float}, int, DeltaEncodingOptions)"/>
    /// <remarks>Values keep their precision: only differences are rounded to single precision.</remarks>
    public static int Encode(
        ReadOnlySpan<double> series, Span<float> spikes, int neuronCount, DeltaEncodingOptions options) =>
        EncodeSeries(series, spikes, neuronCount, options);

    private static int EncodeSeries<T>(
        ReadOnlySpan<T> series, Span<float> spikes, int neuronCount, DeltaEncodingOptions options)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validated();
        SeriesCheck.Encoding(series, spikes, neuronCount);
        if (!series.IsEmpty)
            EncodeSteps(series, 0, spikes, neuronCount, options);
        return SpikeBuffers.Count(spikes);
    }

    /// <summary>Encodes complete steps of a series, whose options and lengths have been checked.</summary>
    internal static void EncodeSteps<T>(
        ReadOnlySpan<T> series, int firstStep, Span<float> spikes, int neuronCount, DeltaEncodingOptions options)
        where T : unmanaged
    {
        int from = firstStep * neuronCount;
        ReadOnlySpan<T> values = series.Slice(from, spikes.Length);
        bool finite = true;
        if (firstStep == 0)
        {
            // The value before the first is 0 or, with Padding, the first value itself.
            ReadOnlySpan<T> first = values[..neuronCount];
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
    /// The previous value of every neuron is one step back, so any number of steps is one long row. Returns whether all values
    /// are finite.
    /// </summary>
    /// <param name="previous">The previous values; if empty, 0.</param>
    /// <param name="current">The values.</param>
    /// <param name="spikes">Receives the spikes.</param>
    /// <param name="options">The options.</param>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static bool Encode<T>(
        ReadOnlySpan<T> previous, ReadOnlySpan<T> current, Span<float> spikes, DeltaEncodingOptions options)
        where T : unmanaged
    {
        float threshold = (float)options.Threshold;
        bool finite = EncodeVectors(previous, current, spikes, threshold, options.OffSpike);
        for (int slot = Lanes.Whole(current.Length); slot < current.Length; slot++)
        {
            float value = (float)ValueLanes.Wide(current[slot]);
            float change = previous.IsEmpty ? value : ValueLanes.Change(previous[slot], current[slot]);
            spikes[slot] = Spike(change, threshold, options.OffSpike);
            finite &= float.IsFinite(value);
        }
        return finite;
    }

    /// <summary>Apart, since with the code for the last values in it, the loop would keep its vectors in memory.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static bool EncodeVectors<T>(
        ReadOnlySpan<T> previous, ReadOnlySpan<T> current, Span<float> spikes, float threshold, bool offSpike)
        where T : unmanaged
    {
        // Without off-spikes, no fall counts, not even one that overflows: comparisons with NaN are false.
        Vector512<float> rise = Vector512.Create(threshold), fall = Vector512.Create(offSpike ? -threshold : float.NaN);
        Vector512<float> zeros = Vector512<float>.Zero;
        for (int slot = 0; slot <= current.Length - Vector512<float>.Count; slot += Vector512<float>.Count)
        {
            Vector512<float> value = ValueLanes.Singles(current, slot);
            Vector512<float> change = previous.IsEmpty ? value : ValueLanes.Changes(previous, current, slot);
            Vector512<float> on = Vector512.GreaterThanOrEqual(change, rise) & Vector512<float>.One;
            Vector512<float> off = Vector512.LessThanOrEqual(change, fall) & Vector512<float>.One;
            (on - off).CopyTo(spikes[slot..]);
            zeros += value * Vector512<float>.Zero;
        }
        // 0 * x is 0 for every finite x and NaN otherwise.
        return Vector512.EqualsAll(zeros, Vector512<float>.Zero);
    }

    // With a threshold of 0, an unchanged value both rises and falls; the two cancel, as in the reference.
    internal static float Spike(float change, float threshold, bool offSpike) =>
        (change >= threshold ? 1 : 0) - (offSpike && change <= -threshold ? 1 : 0);
}
