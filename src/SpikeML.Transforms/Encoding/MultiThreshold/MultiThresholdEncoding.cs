using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// Multi-threshold coding: for each of K thresholds, evenly spaced from Lowest to Highest, an on-neuron that fires at t where
/// x[t] &lt; threshold &lt;= x[t+1] and an off-neuron where x[t+1] &lt; threshold &lt;= x[t] (Tonic's S-MNIST; arXiv 2407.09260).
/// </summary>
/// <remarks>The last step is silent. Channels are the last dimension: K on-neurons, then K off-neurons.</remarks>
public static class MultiThresholdEncoding
{
    /// <summary>Encodes one series per neuron.</summary>
    /// <param name="series">Time-major values: all neurons of step 0 first.</param>
    /// <param name="spikes">
    /// Receives 1 or 0 for each value, threshold and direction: values x 2 thresholds. Its previous contents are overwritten; it
    /// must not overlap <paramref name="series"/>.
    /// </param>
    /// <param name="neuronCount">The number of neurons; the number of values must be a multiple of it.</param>
    /// <param name="options">The options, with none of them null.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An option is out of range, or <paramref name="neuronCount"/> is below 1.
    /// </exception>
    /// <exception cref="ArgumentException">The lengths do not match, the spans overlap, or an option is null.</exception>
    /// <exception cref="InvalidFeatureException">A value is NaN or infinite.</exception>
    public static void Encode(ReadOnlySpan<float> series, Span<float> spikes, int neuronCount,
        MultiThresholdEncodingOptions options) =>
        EncodeSeries(series, spikes, neuronCount, options);

    /// <inheritdoc cref="Encode(ReadOnlySpan{float}, Span{float}, int, MultiThresholdEncodingOptions)"/>
    /// <remarks>Values keep their precision: only differences are rounded to single precision.</remarks>
    public static void Encode(
        ReadOnlySpan<double> series, Span<float> spikes, int neuronCount, MultiThresholdEncodingOptions options) =>
        EncodeSeries(series, spikes, neuronCount, options);

    private static void EncodeSeries<T>(
        ReadOnlySpan<T> series, Span<float> spikes, int neuronCount, MultiThresholdEncodingOptions options)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(options);
        ThresholdLevels levels = options.Validated().Levels;
        SeriesCheck.Encoding(series, spikes, neuronCount, 2 * levels.Count);
        EncodeRow(series, spikes, neuronCount, levels);
    }

    /// <summary>Encodes a series whose options and lengths have been checked.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    internal static void EncodeRow<T>(ReadOnlySpan<T> series, Span<float> spikes, int neuronCount, ThresholdLevels levels)
        where T : unmanaged
    {
        FeatureCheck.AllFinite(series);
        spikes.Clear();
        for (int slot = 0; slot < series.Length - neuronCount; slot++)
        {
            int before = levels.Of(ValueLanes.Wide(series[slot])), after = levels.Of(ValueLanes.Wide(series[slot + neuronCount]));
            Span<float> channels = spikes.Slice(slot * 2 * levels.Count, 2 * levels.Count);
            if (after > before)
                channels[before..after].Fill(1);
            else
                channels[(levels.Count + after)..(levels.Count + before)].Fill(1);
        }
    }

    /// <summary>Writes the ascending slots of the spikes of a series and returns their number.</summary>
    internal static int EncodeSlots<T>(ReadOnlySpan<T> series, Span<int> slots, int neuronCount, ThresholdLevels levels)
        where T : unmanaged
    {
        FeatureCheck.AllFinite(series);
        return LevelCrossings.Find(series, neuronCount, levels, slots);
    }

    /// <summary>
    /// Restores each neuron's series from its spikes: a value between two thresholds is restored as their midpoint.
    /// </summary>
    /// <param name="spikes">Time-major spikes, as <c>Encode</c> writes them.</param>
    /// <param name="first">The series' values at step 0, one a neuron, which give the number of neurons.</param>
    /// <param name="series">Receives the series, with as many values as were encoded.</param>
    /// <param name="options">The options used to encode.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not match, or the spans overlap.</exception>
    /// <exception cref="InvalidFeatureException">A spike is NaN or infinite.</exception>
    public static void Decode(ReadOnlySpan<float> spikes, ReadOnlySpan<float> first, Span<float> series,
        MultiThresholdEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ThresholdLevels levels = options.Validated().Levels;
        SeriesCheck.Decoding(spikes, first, series, first.Length, 2 * levels.Count);
        using WideValues own = new(first);
        Restore(spikes, own.Span, series, levels);
    }

    /// <summary>Restores each neuron's series, whose options and lengths have been checked.</summary>
    internal static void Restore(
        ReadOnlySpan<float> spikes, ReadOnlySpan<double> first, Span<float> series, ThresholdLevels levels)
    {
        FeatureCheck.AllFinite(spikes);
        double[] rented = ArrayPool<double>.Shared.Rent(first.Length);
        Span<double> own = rented.AsSpan(0, first.Length);
        for (int neuron = 0; neuron < own.Length; neuron++)
            own[neuron] = levels.Of(first[neuron]);
        for (int slot = 0, neuron = 0; slot < series.Length; slot++)
        {
            // Most values cross no threshold, so most decode like the value before.
            int before = slot - first.Length, channels = 2 * levels.Count;
            if (before >= 0 && IsSilent(spikes.Slice(before * channels, channels)))
                series[slot] = series[before];
            else if (before >= 0)
                series[slot] = (float)levels.Decode(Move(ref own[neuron], spikes.Slice(before * channels, channels)));
            else
                series[slot] = (float)levels.Decode(own[neuron]);
            neuron = neuron + 1 == own.Length ? 0 : neuron + 1;
        }
        ArrayPool<double>.Shared.Return(rented);
    }

    /// <summary>Restores each neuron's series from a sparse train.</summary>
    internal static void Restore(
        in SpikeValues spikes, ReadOnlySpan<double> first, Span<float> series, ThresholdLevels levels)
    {
        FeatureCheck.AllFinite(spikes);
        using PooledSpan<double> own = new(first.Length);
        for (int neuron = 0; neuron < first.Length; neuron++)
            own.Span[neuron] = levels.Of(first[neuron]);
        new SparseLevels(spikes, levels, own.Span).Restore(series);
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static bool IsSilent(ReadOnlySpan<float> channels)
    {
        ReadOnlySpan<int> bits = MemoryMarshal.Cast<float, int>(channels);
        for (; bits.Length >= Vector512<int>.Count; bits = bits[Vector512<int>.Count..])
        {
            if (Vector512.Create(bits) != Vector512<int>.Zero)
                return false;
        }
        return !bits.ContainsAnyExcept(0);
    }

    /// <summary>Moves a level on: one more for each on-neuron that fires, one less for each off-neuron.</summary>
    internal static double Move(ref double level, ReadOnlySpan<float> channels)
    {
        ReadOnlySpan<float> on = channels[..(channels.Length / 2)], off = channels[on.Length..];
        for (int k = 0; k < on.Length; k++)
            level += on[k] - off[k];
        return level;
    }
}
