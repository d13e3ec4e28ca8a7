using System.Buffers;

namespace SpikeML;

/// <summary>
/// Moving-window coding (Petro, Kasabov and Kiss 2020): a spike (1) where the series is above base + threshold, an off-spike (-1)
/// where it is below base - threshold. The base is the mean of the preceding window + 1 values; for the first window + 1 values,
/// it is their own mean.
/// </summary>
public static class MovingWindowEncoding
{
    /// <summary>Windows of up to this many values are first added up in single precision.</summary>
    private const int WidestToEstimate = 16;

    /// <summary>Encodes one series per neuron.</summary>
    /// <param name="series">Time-major values: all neurons of step 0 first.</param>
    /// <param name="spikes">
    /// Receives 1, 0 or -1 for each value. Its previous contents are overwritten; it must not overlap <paramref name="series"/>.
    /// </param>
    /// <param name="neuronCount">The number of neurons; the number of values must be a multiple of it.</param>
    /// <param name="options">The options, with Threshold and Window set.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An option is out of range, or <paramref name="neuronCount"/> is below 1.
    /// </exception>
    /// <exception cref="ArgumentException">The lengths do not match, the spans overlap, or Threshold is null.</exception>
    /// <exception cref="InvalidFeatureException">A value is NaN or infinite.</exception>
    public static void Encode(ReadOnlySpan<float> series, Span<float> spikes, int neuronCount,
        MovingWindowEncodingOptions options) =>
        EncodeSeries(series, spikes, neuronCount, options);

    /// <inheritdoc cref="Encode(ReadOnlySpan{float}, Span{float}, int, MovingWindowEncodingOptions)"/>
    /// <remarks>Values keep their precision: only differences are rounded to single precision.</remarks>
    public static void Encode(
        ReadOnlySpan<double> series, Span<float> spikes, int neuronCount, MovingWindowEncodingOptions options) =>
        EncodeSeries(series, spikes, neuronCount, options);

    private static void EncodeSeries<T>(
        ReadOnlySpan<T> series, Span<float> spikes, int neuronCount, MovingWindowEncodingOptions options)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(options);
        double threshold = SeriesCheck.Given(options.Validated().Threshold, nameof(options.Threshold));
        int window = SeriesCheck.Given(options.Window, nameof(options.Window));
        SeriesCheck.Encoding(series, spikes, neuronCount);
        EncodeRow(series, spikes, neuronCount, threshold, window);
    }

    /// <summary>Encodes a series whose options and lengths have been checked.</summary>
    internal static void EncodeRow<T>(ReadOnlySpan<T> series, Span<float> spikes, int neuronCount, double threshold, int window)
        where T : unmanaged
    {
        if (series.IsEmpty)
            return;
        int length = StateLength(neuronCount);
        double[] rented = ArrayPool<double>.Shared.Rent(length);
        Begin(series, neuronCount, window, rented.AsSpan(0, length));
        EncodeSteps(series, 0, spikes, neuronCount, threshold, window, rented.AsSpan(0, length));
        ArrayPool<double>.Shared.Return(rented);
    }

    /// <summary>
    /// The sum of each neuron's window, whether sums are updated from step to step, and the largest magnitude of a value.
    /// </summary>
    internal static int StateLength(int neuronCount) => StepLanes.StateLength(neuronCount, 1) + 2;

    /// <summary>Checks the values and adds up the first windows.</summary>
    internal static void Begin<T>(ReadOnlySpan<T> series, int neuronCount, int window, Span<double> state)
        where T : unmanaged
    {
        int width = Width(series, neuronCount, window);
        WindowMeans<T> means = new(series, neuronCount, width, 0);
        bool canFollow = means.CanFollow(out double largest);
        (state[^2], state[^1]) = (canFollow && width > WidestToEstimate ? 1 : 0, largest);
        means.AddFirst(state);
    }

    /// <summary>Encodes complete steps of a series.</summary>
    internal static void EncodeSteps<T>(ReadOnlySpan<T> series, int firstStep, Span<float> spikes, int neuronCount,
        double threshold, int window, Span<double> state)
        where T : unmanaged
    {
        int width = Width(series, neuronCount, window);
        WindowMeans<T> means = new(series, neuronCount, width, threshold);
        // The first window serves the steps in it and the step after it.
        int followed = state[^2] != 0 ? spikes.Length : Math.Clamp((width + 1 - firstStep) * neuronCount, 0, spikes.Length);
        means.Follow(firstStep, spikes[..followed], state);
        float tolerance = means.ToleranceOf(state[^1]);
        if (width <= WidestToEstimate && float.IsFinite(tolerance))
            means.Estimate(firstStep + followed / neuronCount, spikes[followed..], tolerance);
        else
            means.AddEach(firstStep + followed / neuronCount, spikes[followed..]);
    }

    /// <summary>The mean that each value of sixteen series is compared with.</summary>
    internal static void Means<T>(ReadOnlySpan<T> tile, int window, Span<double> means)
        where T : unmanaged
    {
        WindowMeans<T> windows = new(tile, DoubleLanes.Count, Width(tile, DoubleLanes.Count, window), 0);
        windows.CopyTo(means);
    }

    private static int Width<T>(ReadOnlySpan<T> series, int neuronCount, int window)
        where T : unmanaged =>
        (int)Math.Min(window + 1L, series.Length / neuronCount);

    /// <summary>Restores each neuron's series from its spikes: r[t] = r[t-1] + threshold * spike[t].</summary>
    /// <param name="spikes">Time-major spikes, as <c>Encode</c> writes them.</param>
    /// <param name="first">The series' values at step 0, one a neuron, which give the number of neurons.</param>
    /// <param name="series">Receives the series, with as many values as were encoded.</param>
    /// <param name="options">The options used to encode.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not match, or the spans overlap.</exception>
    /// <exception cref="InvalidFeatureException">A spike is NaN or infinite.</exception>
    public static void Decode(ReadOnlySpan<float> spikes, ReadOnlySpan<float> first, Span<float> series,
        MovingWindowEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        StepDecoding.Decode(spikes, first, series, SeriesCheck.Given(options.Validated().Threshold, nameof(options.Threshold)));
    }
}
