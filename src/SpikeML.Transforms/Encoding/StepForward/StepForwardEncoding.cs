using System.Buffers;
using System.Runtime.CompilerServices;

namespace SpikeML;

/// <summary>
/// Step-forward coding (Petro, Kasabov and Kiss 2020): a baseline starts at the first value of the series. Where the series is
/// above baseline + threshold, there is a spike (1) and the baseline rises by the threshold; where it is below baseline -
/// threshold, there is an off-spike (-1) and the baseline falls by the threshold.
/// </summary>
public static class StepForwardEncoding
{
    /// <summary>Encodes one series per neuron.</summary>
    /// <param name="series">Time-major values: all neurons of step 0 first.</param>
    /// <param name="spikes">
    /// Receives 1, 0 or -1 for each value; 0 at step 0. Its previous contents are overwritten; it must not overlap
    /// <paramref name="series"/>.
    /// </param>
    /// <param name="neuronCount">The number of neurons; the number of values must be a multiple of it.</param>
    /// <param name="options">The options, with Threshold set.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An option is out of range, or <paramref name="neuronCount"/> is below 1.
    /// </exception>
    /// <exception cref="ArgumentException">The lengths do not match, the spans overlap, or Threshold is null.</exception>
    /// <exception cref="InvalidFeatureException">A value is NaN or infinite.</exception>
    public static void Encode(
        ReadOnlySpan<float> series, Span<float> spikes, int neuronCount, StepForwardEncodingOptions options) =>
        EncodeSeries(series, spikes, neuronCount, options);

    /// <inheritdoc cref="Encode(ReadOnlySpan{float}, Span{float}, int, StepForwardEncodingOptions)"/>
    /// <remarks>Values keep their precision: only differences are rounded to single precision.</remarks>
    public static void Encode(
        ReadOnlySpan<double> series, Span<float> spikes, int neuronCount, StepForwardEncodingOptions options) =>
        EncodeSeries(series, spikes, neuronCount, options);

    private static void EncodeSeries<T>(
        ReadOnlySpan<T> series, Span<float> spikes, int neuronCount, StepForwardEncodingOptions options)
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
        if (series.IsEmpty)
            return;
        double[] rented = ArrayPool<double>.Shared.Rent(StepLanes.StateLength(neuronCount, StepForwardKernel.StateNumbers));
        Begin(series, neuronCount, rented);
        EncodeSteps(series, 0, spikes, neuronCount, threshold, rented);
        ArrayPool<double>.Shared.Return(rented);
    }

    /// <summary>Sets each baseline to the neuron's first value.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    internal static void Begin<T>(ReadOnlySpan<T> series, int neuronCount, Span<double> state)
        where T : unmanaged
    {
        for (int neuron = 0; neuron < neuronCount; neuron++)
            state[neuron] = ValueLanes.Wide(series[neuron]);
    }

    /// <summary>Encodes whole steps of a series.</summary>
    internal static void EncodeSteps<T>(
        ReadOnlySpan<T> series, int firstStep, Span<float> spikes, int neuronCount, double threshold, Span<double> state)
        where T : unmanaged
    {
        ReadOnlySpan<T> values = series.Slice(firstStep * neuronCount, spikes.Length);
        SeriesCheck.Finite(values, series);
        StepLanes.Run(new StepForwardKernel(threshold), values, spikes, neuronCount, state);
    }

    /// <summary>Restores each neuron's series from its spikes: r[t] = r[t-1] + threshold * spike[t].</summary>
    /// <param name="spikes">Time-major spikes, as <c>Encode</c> writes them.</param>
    /// <param name="first">The series' values at step 0, one a neuron, which give the number of neurons.</param>
    /// <param name="series">Receives the series, with as many values as were encoded.</param>
    /// <param name="options">The options used to encode.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not match, or the spans overlap.</exception>
    /// <exception cref="InvalidFeatureException">A spike is NaN or infinite.</exception>
    public static void Decode(ReadOnlySpan<float> spikes, ReadOnlySpan<float> first, Span<float> series,
        StepForwardEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        StepDecoding.Decode(spikes, first, series, SeriesCheck.Given(options.Validated().Threshold, nameof(options.Threshold)));
    }
}
