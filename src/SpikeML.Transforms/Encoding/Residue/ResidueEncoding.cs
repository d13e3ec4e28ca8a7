using System.Buffers;

namespace SpikeML;

/// <summary>
/// Residue (sigma-delta) coding, as in Lava's Delta process: d = x[t] - x[t-1] + residue. If |d| is at least the threshold,
/// d is sent as a spike; otherwise it stays in the residue. x[-1] is 0.
/// </summary>
/// <remarks>
/// Spikes are graded: their values are changes in the series. The cumulative sum of the spikes restores the series to within the
/// threshold.
/// </remarks>
public static class ResidueEncoding
{
    /// <summary>Encodes one series per neuron.</summary>
    /// <param name="series">Time-major values: all neurons of step 0 first.</param>
    /// <param name="spikes">
    /// Receives a change or 0 for each value. Its previous contents are overwritten; it must not overlap
    /// <paramref name="series"/>.
    /// </param>
    /// <param name="neuronCount">The number of neurons; the number of values must be a multiple of it.</param>
    /// <param name="options">The options, with Threshold set.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An option is out of range, or <paramref name="neuronCount"/> is below 1.
    /// </exception>
    /// <exception cref="ArgumentException">The lengths do not match, the spans overlap, or Threshold is null.</exception>
    /// <exception cref="InvalidFeatureException">A value is NaN or infinite.</exception>
    public static void Encode(ReadOnlySpan<float> series, Span<float> spikes, int neuronCount, ResidueEncodingOptions options) =>
        EncodeSeries(series, spikes, neuronCount, options);

    /// <inheritdoc cref="Encode(ReadOnlySpan{float}, Span{float}, int, ResidueEncodingOptions)"/>
    /// <remarks>Values keep their precision: only differences are rounded to single precision.</remarks>
    public static void Encode(
        ReadOnlySpan<double> series, Span<float> spikes, int neuronCount, ResidueEncodingOptions options) =>
        EncodeSeries(series, spikes, neuronCount, options);

    private static void EncodeSeries<T>(
        ReadOnlySpan<T> series, Span<float> spikes, int neuronCount, ResidueEncodingOptions options)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(options);
        double threshold = SeriesCheck.Given(options.Validated().Threshold, nameof(options.Threshold));
        SeriesCheck.Encoding(series, spikes, neuronCount);
        EncodeRow(series, spikes, neuronCount, threshold);
    }

    /// <summary>Encodes a series whose options and lengths have been checked.</summary>
    internal static void EncodeRow<T>(ReadOnlySpan<T> series, Span<float> spikes, int neuronCount, double threshold)
        where T : unmanaged
    {
        int length = StepLanes.StateLength(neuronCount, ResidueKernel.StateNumbers);
        double[] rented = ArrayPool<double>.Shared.Rent(length);
        rented.AsSpan(0, length).Clear();
        EncodeSteps(series, 0, spikes, neuronCount, threshold, rented);
        ArrayPool<double>.Shared.Return(rented);
    }

    /// <summary>Encodes complete steps of a series; before the first step, the state is 0.</summary>
    internal static void EncodeSteps<T>(
        ReadOnlySpan<T> series, int firstStep, Span<float> spikes, int neuronCount, double threshold, Span<double> state)
        where T : unmanaged
    {
        ReadOnlySpan<T> values = series.Slice(firstStep * neuronCount, spikes.Length);
        SeriesCheck.Finite(values, series);
        StepLanes.Run(new ResidueKernel(threshold), values, spikes, neuronCount, state);
    }

    /// <summary>Restores each neuron's series from its spikes: their cumulative sum.</summary>
    /// <param name="spikes">Time-major spikes, as <c>Encode</c> writes them.</param>
    /// <param name="first">One value per neuron; its length is the number of neurons, and its values are ignored.</param>
    /// <param name="series">Receives the series, with as many values as were encoded.</param>
    /// <param name="options">The options used to encode.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not match, or the spans overlap.</exception>
    /// <exception cref="InvalidFeatureException">A spike is NaN or infinite.</exception>
    public static void Decode(ReadOnlySpan<float> spikes, ReadOnlySpan<float> first, Span<float> series,
        ResidueEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validated();
        SeriesCheck.Decoding(spikes, first, series, first.Length);
        Restore(spikes, series, first.Length);
    }

    /// <summary>Restores each neuron's series, whose lengths have been checked.</summary>
    internal static void Restore(ReadOnlySpan<float> spikes, Span<float> series, int neuronCount) =>
        StepDecoding.Sum(spikes, default, series, neuronCount, new StepDecodingKernel(1, sumFirst: true));
}
