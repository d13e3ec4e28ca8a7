namespace SpikeML;

/// <summary>
/// Latency-coded targets: the neuron of the correct class fires first and all others last, as in snnTorch's
/// <c>targets_latency</c>, which encodes the one-hot label with <c>latency</c>.
/// </summary>
public static class LatencyTargetEncoding
{
    /// <summary>Encodes the labels of one row.</summary>
    /// <param name="labels">Class indices, whole numbers from 0 to <paramref name="numClasses"/> - 1.</param>
    /// <param name="targets">
    /// Receives NumSteps x labels x classes values, time-major. Its previous contents are overwritten.
    /// </param>
    /// <param name="numClasses">The number of classes, at least 1.</param>
    /// <param name="options">The options. If NumSteps is null, the number of steps is the latest spike time + 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not match.</exception>
    /// <exception cref="InvalidFeatureException">
    /// A label is not a class index, or a class fires after the last step and Bypass is not set.
    /// </exception>
    public static void Encode(ReadOnlySpan<float> labels, Span<float> targets, int numClasses,
        LatencyTargetEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validated();
        LabelCheck.AllClasses(labels, numClasses);
        using PooledSpan<float> oneHot = new(labels.Length * numClasses);
        ToOneHot(labels, numClasses, oneHot.Span);
        LatencyEncoding.Encode(oneHot.Span, targets, options.Latency);
    }

    /// <summary>Encodes a row whose options and lengths have been checked and whose number of steps is known.</summary>
    internal static void EncodeRow(
        ReadOnlySpan<float> labels, Span<float> targets, int numClasses, LatencyTargetEncodingOptions options)
    {
        LabelCheck.AllClasses(labels, numClasses);
        using PooledSpan<float> oneHot = new(labels.Length * numClasses);
        ToOneHot(labels, numClasses, oneHot.Span);
        LatencyEncoding.EncodeRow(oneHot.Span, targets, options.Latency.NumSteps!.Value, options.Latency);
    }

    private static void ToOneHot(ReadOnlySpan<float> labels, int numClasses, Span<float> oneHot)
    {
        oneHot.Clear();
        for (int i = 0; i < labels.Length; i++)
            oneHot[i * numClasses + (int)labels[i]] = 1;
    }

    /// <summary>The time at which incorrect classes fire; if there is only one class, the time of the correct one.</summary>
    internal static float LargestTime(LatencyEncodingOptions options, int numClasses) =>
        LatencyEncoding.LargestTime(numClasses == 1 ? [1] : [0, 1], options);
}
