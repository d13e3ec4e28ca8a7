using System.Buffers;
using System.Runtime.InteropServices;

namespace SpikeML;

/// <summary>
/// Threshold-based coding (Petro, Kasabov and Kiss 2020): spikes where the change d[t] = s[t+1] - s[t] is above mean(d) +
/// factor * std(d), off-spikes where it is below the negative of that. std is the sample standard deviation, over N - 1. The last
/// change is used twice.
/// </summary>
public static class ThresholdBasedEncoding
{
    /// <summary>Encodes one series per neuron.</summary>
    /// <param name="series">Time-major values: all neurons of step 0 first.</param>
    /// <param name="spikes">
    /// Receives 1, 0 or -1 for each value. Its previous contents are overwritten; it must not overlap <paramref name="series"/>.
    /// </param>
    /// <param name="neuronCount">The number of neurons; the number of values must be a multiple of it.</param>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An option is out of range, or <paramref name="neuronCount"/> is below 1.
    /// </exception>
    /// <exception cref="ArgumentException">The lengths do not match, or the spans overlap.</exception>
    /// <exception cref="InvalidFeatureException">A value is NaN or infinite.</exception>
    public static void Encode(ReadOnlySpan<float> series, Span<float> spikes, int neuronCount,
        ThresholdBasedEncodingOptions options) =>
        EncodeSeries(series, spikes, neuronCount, options);

    /// <inheritdoc cref="Encode(ReadOnlySpan{float}, Span{float}, int, ThresholdBasedEncodingOptions)"/>
    /// <remarks>Values keep their precision: only differences are rounded to single precision.</remarks>
    public static void Encode(
        ReadOnlySpan<double> series, Span<float> spikes, int neuronCount, ThresholdBasedEncodingOptions options) =>
        EncodeSeries(series, spikes, neuronCount, options);

    private static void EncodeSeries<T>(
        ReadOnlySpan<T> series, Span<float> spikes, int neuronCount, ThresholdBasedEncodingOptions options)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validated();
        SeriesCheck.Encoding(series, spikes, neuronCount);
        EncodeRow(series, spikes, neuronCount, options);
    }

    /// <summary>Encodes a series whose options and lengths have been checked.</summary>
    internal static void EncodeRow<T>(
        ReadOnlySpan<T> series, Span<float> spikes, int neuronCount, ThresholdBasedEncodingOptions options)
        where T : unmanaged
    {
        if (series.IsEmpty)
            return;
        int length = StateLength(neuronCount, options);
        double[] rented = ArrayPool<double>.Shared.Rent(length);
        Begin(series, neuronCount, options, rented.AsSpan(0, length));
        EncodeSteps(series, 0, spikes, neuronCount, options, rented.AsSpan(0, length));
        ArrayPool<double>.Shared.Return(rented);
    }

    /// <summary>Thresholds in single precision: two fit in the space of one double.</summary>
    internal static int StateLength(int neuronCount, ThresholdBasedEncodingOptions options) =>
        ((options.Threshold is null ? ChangeThresholds.LengthOf(neuronCount) : 1) + 1) / 2;

    /// <summary>Computes the threshold of each neuron, or uses the given one.</summary>
    internal static void Begin<T>(
        ReadOnlySpan<T> series, int neuronCount, ThresholdBasedEncodingOptions options, Span<double> state)
        where T : unmanaged
    {
        Span<float> thresholds = MemoryMarshal.Cast<double, float>(state);
        if (options.Threshold is double threshold)
        {
            thresholds[0] = ChangeThresholds.RoundDown(threshold);
            return;
        }
        ChangeThresholds.Find(series, neuronCount, SeriesCheck.Given(options.Factor, nameof(options.Factor)), thresholds);
    }

    /// <summary>Encodes whole steps of a series.</summary>
    internal static void EncodeSteps<T>(ReadOnlySpan<T> series, int firstStep, Span<float> spikes, int neuronCount,
        ThresholdBasedEncodingOptions options, ReadOnlySpan<double> state)
        where T : unmanaged
    {
        ReadOnlySpan<float> thresholds = MemoryMarshal.Cast<double, float>(state);
        thresholds = options.Threshold is null ? thresholds[..ChangeThresholds.LengthOf(neuronCount)] : thresholds[..1];
        int from = firstStep * neuronCount, last = series.Length - neuronCount, rises = Math.Min(spikes.Length, last - from);
        SeriesCheck.Finite(series.Slice(from, spikes.Length), series);
        ChangeThresholds.Cross(
            series.Slice(from, rises), series.Slice(from + neuronCount, rises), spikes, neuronCount, thresholds);
        if (rises == spikes.Length)
            return;
        // The last change is used twice; a single step has none.
        if (last == 0)
            spikes.Clear();
        else
            ChangeThresholds.Cross(series[(last - neuronCount)..last], series[last..], spikes[rises..], neuronCount, thresholds);
    }

    /// <summary>The threshold of one series: mean(d) + factor * std(d).</summary>
    /// <param name="series">The values of one neuron, <paramref name="stride"/> apart.</param>
    /// <param name="stride">The number of neurons, at least 1.</param>
    /// <param name="options">The options, with Factor set.</param>
    public static double Threshold(ReadOnlySpan<float> series, int stride, ThresholdBasedEncodingOptions options) =>
        OwnThreshold(series, stride, options);

    /// <inheritdoc cref="Threshold(ReadOnlySpan{float}, int, ThresholdBasedEncodingOptions)"/>
    public static double Threshold(ReadOnlySpan<double> series, int stride, ThresholdBasedEncodingOptions options) =>
        OwnThreshold(series, stride, options);

    private static double OwnThreshold<T>(ReadOnlySpan<T> series, int stride, ThresholdBasedEncodingOptions options)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stride);
        return ThresholdOf(series, stride, SeriesCheck.Given(options.Factor, nameof(options.Factor)));
    }

    internal static double ThresholdOf<T>(ReadOnlySpan<T> series, int stride, double factor)
        where T : unmanaged
    {
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
    /// <param name="spikes">Time-major spikes, as <c>Encode</c> writes them.</param>
    /// <param name="first">The series' values at step 0, one a neuron, which give the number of neurons.</param>
    /// <param name="series">Receives the series, with as many values as were encoded.</param>
    /// <param name="options">The options used to encode.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not match, or the spans overlap.</exception>
    /// <exception cref="InvalidFeatureException">A spike is NaN or infinite.</exception>
    public static void Decode(ReadOnlySpan<float> spikes, ReadOnlySpan<float> first, Span<float> series,
        ThresholdBasedEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        double threshold = SeriesCheck.Given(options.Validated().Threshold, nameof(options.Threshold));
        SeriesCheck.Decoding(spikes, first, series, first.Length);
        using WideValues own = new(first);
        Restore(spikes, own.Span, series, threshold);
    }

    /// <summary>Restores each neuron's series, whose lengths and threshold have been checked.</summary>
    internal static void Restore(ReadOnlySpan<float> spikes, ReadOnlySpan<double> first, Span<float> series, double threshold) =>
        StepDecoding.Sum(spikes, first, series, first.Length, new StepDecodingKernel(threshold, sumFirst: false));

    private static double Change<T>(ReadOnlySpan<T> series, int slot, int stride)
        where T : unmanaged
    {
        int from = slot + stride < series.Length ? slot : slot - stride;
        return from < 0 ? 0 : ValueLanes.Change(series[from], series[from + stride]);
    }
}
