using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// Ben's spiker algorithm (Schrauwen and Van Campenhout 2003): a neuron spikes where subtracting a filter from the rest of the
/// series brings it closer to zero by at least the threshold: sum |s[t+k] - h[k]| &lt;= sum |s[t+k]| - threshold. Convolving the
/// spikes with the filter restores the series.
/// </summary>
/// <remarks>For series with values from 0 to the filter's sum; values below 0 give no spikes.</remarks>
public static class BsaEncoding
{
    /// <summary>Fewer neurons than this are faster one by one.</summary>
    private const int FewestTogether = 3;

    /// <summary>Encodes one series per neuron.</summary>
    /// <param name="series">Time-major values: all neurons of step 0 first.</param>
    /// <param name="spikes">
    /// Receives 1 or 0 for each value; always 0 in the last steps, where the filter no longer fits. Its previous contents are
    /// overwritten; it must not overlap <paramref name="series"/>.
    /// </param>
    /// <param name="neuronCount">The number of neurons; the number of values must be a multiple of it.</param>
    /// <param name="options">The options, with Threshold set.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An option is out of range, or <paramref name="neuronCount"/> is below 1.
    /// </exception>
    /// <exception cref="ArgumentException">The lengths do not match, the spans overlap, or Threshold is null.</exception>
    /// <exception cref="InvalidFeatureException">A value is NaN or infinite.</exception>
    public static void Encode(ReadOnlySpan<float> series, Span<float> spikes, int neuronCount, BsaEncodingOptions options) =>
        EncodeSeries(series, spikes, neuronCount, options);

    /// <inheritdoc cref="Encode(ReadOnlySpan{float}, Span{float}, int, BsaEncodingOptions)"/>
    /// <remarks>Values keep their precision: only differences are rounded to single precision.</remarks>
    public static void Encode(
        ReadOnlySpan<double> series, Span<float> spikes, int neuronCount, BsaEncodingOptions options) =>
        EncodeSeries(series, spikes, neuronCount, options);

    private static void EncodeSeries<T>(
        ReadOnlySpan<T> series, Span<float> spikes, int neuronCount, BsaEncodingOptions options)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(options);
        double threshold = SeriesCheck.Given(options.Validated().Threshold, nameof(options.Threshold));
        SeriesCheck.Encoding(series, spikes, neuronCount);
        EncodeRow(series, spikes, neuronCount, options.Filter.AsSpan(), threshold);
    }

    /// <summary>Encodes a series whose options and lengths have been checked.</summary>
    internal static void EncodeRow<T>(
        ReadOnlySpan<T> series, Span<float> spikes, int neuronCount, ReadOnlySpan<float> filter, double threshold)
        where T : unmanaged
    {
        FeatureCheck.AllFinite(series);
        int numSteps = series.Length / neuronCount, together = neuronCount - neuronCount % DoubleLanes.Count;
        // A single neuron tests sixteen steps at once, so it also tests as many beyond the last.
        int length = numSteps * (neuronCount < FewestTogether ? 1 : DoubleLanes.Count) + DoubleLanes.Count;
        T[] rented = ArrayPool<T>.Shared.Rent(length);
        BsaLanes<T> lanes = new(rented.AsSpan(0, length), filter, threshold);
        // The last neurons come first, because the first neurons of the next step overwrite what their vectors write beyond them.
        if (neuronCount - together >= FewestTogether)
            lanes.Encode(series, spikes, neuronCount, together);
        for (int neuron = together; neuron < neuronCount && neuronCount - together < FewestTogether; neuron++)
            lanes.EncodeAlone(series, spikes, neuronCount, neuron);
        for (int first = 0; first < together; first += DoubleLanes.Count)
            lanes.Encode(series, spikes, neuronCount, first);
        ArrayPool<T>.Shared.Return(rented);
    }

    /// <summary>Restores each neuron's series from its spikes: their convolution with the filter.</summary>
    /// <param name="spikes">Time-major spikes, as <c>Encode</c> writes them.</param>
    /// <param name="first">One value per neuron; its length is the number of neurons, and its values are ignored.</param>
    /// <param name="series">Receives the series, with as many values as were encoded.</param>
    /// <param name="options">The options used to encode.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not match, or the spans overlap.</exception>
    /// <exception cref="InvalidFeatureException">A spike is NaN or infinite.</exception>
    public static void Decode(ReadOnlySpan<float> spikes, ReadOnlySpan<float> first, Span<float> series,
        BsaEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ReadOnlySpan<float> filter = options.Validated().Filter.AsSpan();
        SeriesCheck.Decoding(spikes, first, series, first.Length);
        Restore(spikes, series, first.Length, filter);
    }

    /// <summary>Restores each neuron's series, whose options and lengths have been checked.</summary>
    internal static void Restore(ReadOnlySpan<float> spikes, Span<float> series, int neuronCount, ReadOnlySpan<float> filter)
    {
        bool areUnits = BsaSums.AreUnits(spikes);
        if (!areUnits)
            FeatureCheck.AllFinite(spikes);
        RestoreRow(spikes, series, neuronCount, filter, areUnits);
    }

    /// <summary>Restores the series of finite spikes. In the first steps, part of the filter lies before the series.</summary>
    internal static void RestoreRow(
        ReadOnlySpan<float> spikes, Span<float> series, int neuronCount, ReadOnlySpan<float> filter, bool areUnits)
    {
        int first = 0;
        for (int length = 1; length < filter.Length && first < series.Length; length++, first += neuronCount)
            RestoreSteps(spikes, series[..(first + neuronCount)], first, neuronCount, filter[..length]);
        if (neuronCount >= Lanes.Count)
            first = RestoreTogether(spikes, series, first, neuronCount, filter, areUnits);
        RestoreSteps(spikes, series, first, neuronCount, filter);
    }

    /// <summary>Restores several steps at a time, and returns the slot of the first step that is left.</summary>
    private static int RestoreTogether(ReadOnlySpan<float> spikes, Span<float> series, int first, int neuronCount,
        ReadOnlySpan<float> filter, bool areUnits)
    {
        int length = BsaSums.StepsTogether * neuronCount;
        using PooledSpan<double> doubles = new(BsaSums.Room(filter.Length));
        using PooledSpan<float> singles = new(BsaSums.Room(filter.Length));
        BsaSums.Pad(filter, doubles.Span);
        BsaSums.Pad(filter, singles.Span);
        bool areExact = areUnits && BsaSums.AreExact(filter);
        for (; first <= series.Length - length; first += length)
        {
            if (areExact)
                BsaSums.Restore(spikes, series, first, neuronCount, singles.Span);
            else
                BsaSums.Restore(spikes, series, first, neuronCount, doubles.Span);
        }
        return first;
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static void RestoreSteps(
        ReadOnlySpan<float> spikes, Span<float> series, int slot, int neuronCount, ReadOnlySpan<float> filter)
    {
        for (; slot <= series.Length - DoubleLanes.Count; slot += DoubleLanes.Count)
        {
            DoubleLanes sum = DoubleLanes.Zero;
            for (int k = 0, from = slot; k < filter.Length; k++, from -= neuronCount)
                sum += DoubleLanes.Widen(Vector512.Create(spikes[from..])) * filter[k];
            sum.Narrow().CopyTo(series[slot..]);
        }
        for (; slot < series.Length; slot++)
            series[slot] = Sum(spikes, slot, neuronCount, filter);
    }

    private static float Sum(ReadOnlySpan<float> spikes, int slot, int neuronCount, ReadOnlySpan<float> filter)
    {
        double sum = 0;
        for (int k = 0, from = slot; k < filter.Length && from >= 0; k++, from -= neuronCount)
            sum += (double)filter[k] * spikes[from];
        return (float)sum;
    }
}
