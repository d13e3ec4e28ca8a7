using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// Latency coding: each neuron fires at most once, early for large features and late for small ones, as in snnTorch's
/// <c>spikegen.latency</c> and <c>latency_code</c>. The logarithmic code gives the time at which a membrane charged by a constant
/// current x reaches the threshold: tau * ln(x / (x - threshold)); the linear code gives tau * (1 - x), at most tau * (1 -
/// threshold).
/// </summary>
/// <remarks>Times are computed in single precision and rounded half-to-even to steps, the same on every machine.</remarks>
public static class LatencyEncoding
{
    /// <summary>
    /// Encodes features as spike times in steps (snnTorch's <c>latency_code</c>), not rounded and not limited to NumSteps.
    /// </summary>
    /// <param name="features">Values in [0, 1].</param>
    /// <param name="times">Receives one time per feature, or NaN for features below the threshold if Clip is set.</param>
    /// <param name="options">The options; targets, Interpolate and Bypass do not apply to times.</param>
    /// <param name="largestTime">
    /// The result of <see cref="LargestTime"/> for the data that Normalize is relative to; later times fall on the last step. If
    /// null, the features themselves are used.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths of the spans differ.</exception>
    /// <exception cref="InvalidFeatureException">A feature is NaN, infinite or outside [0, 1].</exception>
    public static void EncodeTimes(ReadOnlySpan<float> features, Span<float> times, LatencyEncodingOptions options,
        float? largestTime = null)
    {
        CheckOptions(options);
        if (times.Length != features.Length)
            throw new ArgumentException(
                $"The times of {Counted.Of(features.Length, "feature")} need room for as many values, got "
                    + $"{times.Length}.", nameof(times));
        EncodeRowTimes(features, times, options, largestTime);
    }

    /// <summary>Encodes features as spikes (snnTorch's <c>latency</c>).</summary>
    /// <param name="features">Values in [0, 1].</param>
    /// <param name="spikes">Receives NumSteps x features values, time-major. Its previous contents are overwritten.</param>
    /// <param name="options">
    /// The options. If NumSteps is null, the number of steps is what <paramref name="spikes"/> has room for.
    /// </param>
    /// <param name="largestTime">See <see cref="EncodeTimes"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths of the spans do not match.</exception>
    /// <exception cref="InvalidFeatureException">
    /// A feature is outside [0, 1], or fires after the last step and Bypass is not set.
    /// </exception>
    public static void Encode(ReadOnlySpan<float> features, Span<float> spikes, LatencyEncodingOptions options,
        float? largestTime = null)
    {
        int numSteps = CheckOptions(options) ?? (features.IsEmpty ? 0 : spikes.Length / features.Length);
        if (spikes.Length != (long)numSteps * features.Length)
            throw new ArgumentException(
                $"The spikes of {Counted.Of(features.Length, "feature")} need room for {(long)numSteps * features.Length} "
                    + $"values, {numSteps} for each feature; got {spikes.Length}.", nameof(spikes));
        EncodeRow(features, spikes, numSteps, options, largestTime);
    }

    /// <summary>
    /// Encodes features as the ascending slots (step * features + feature) of the spikes, at most one per feature.
    /// </summary>
    /// <param name="features">Values in [0, 1].</param>
    /// <param name="slots">Receives the slots; needs room for one per feature.</param>
    /// <param name="options">The options; NumSteps must be set. Targets and Interpolate do not apply to slots.</param>
    /// <param name="largestTime">See <see cref="EncodeTimes"/>.</param>
    /// <returns>The number of spikes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">NumSteps is null, or <paramref name="slots"/> is too short.</exception>
    /// <exception cref="InvalidFeatureException">
    /// A feature is outside [0, 1], or fires after the last step and Bypass is not set.
    /// </exception>
    public static int EncodeSlots(ReadOnlySpan<float> features, Span<int> slots, LatencyEncodingOptions options,
        float? largestTime = null)
    {
        int numSteps = CheckOptions(options) ?? throw new ArgumentException("Set NumSteps: slots need a number of steps.",
            nameof(options));
        if (slots.Length < features.Length)
            throw new ArgumentException(
                $"The slots of {Counted.Of(features.Length, "feature")} need room for as many values, got {slots.Length}.",
                nameof(slots));
        return EncodeRowSlots(features, slots, numSteps, options, largestTime);
    }

    /// <summary>
    /// Values that rise linearly from <paramref name="offTarget"/> at step 0 to <paramref name="onTarget"/> at each neuron's
    /// spike, then fall back to <paramref name="offTarget"/> (snnTorch's <c>latency_interpolate</c>).
    /// </summary>
    /// <param name="times">One spike time per neuron in steps, rounded half-to-even; times after NumSteps have no ramp.</param>
    /// <param name="targets">Receives numSteps x times values, time-major.</param>
    /// <param name="numSteps">The number of steps, at least 1.</param>
    /// <param name="onTarget">The value at the spike, at least <paramref name="offTarget"/>.</param>
    /// <param name="offTarget">The value at step 0 and after the spike.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="numSteps"/> is below 1 or <paramref name="onTarget"/> below <paramref name="offTarget"/>.
    /// </exception>
    /// <exception cref="ArgumentException">The lengths of the spans do not match.</exception>
    public static void Interpolate(ReadOnlySpan<float> times, Span<float> targets, int numSteps, float onTarget = 1,
        float offTarget = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(numSteps);
        ArgumentOutOfRangeException.ThrowIfLessThan(onTarget, offTarget);
        if (targets.Length != (long)numSteps * times.Length)
            throw new ArgumentException($"The targets of {Counted.Of(times.Length, "time")} need room for "
                + $"{(long)numSteps * times.Length} values, got {targets.Length}.",
                nameof(targets));
        using PooledSpan<float> rounded = new(times.Length);
        times.CopyTo(rounded.Span);
        LatencyRounding.Round(rounded.Span);
        LatencyDense.Interpolate(rounded.Span, targets, times.Length, numSteps, onTarget, offTarget);
    }

    /// <summary>The largest spike time of the features in steps, before Normalize: the value that an estimator fits.</summary>
    /// <param name="features">Values in [0, 1], at least one.</param>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">There are no features.</exception>
    /// <exception cref="InvalidFeatureException">A feature is NaN, infinite or outside [0, 1].</exception>
    public static float LargestTime(ReadOnlySpan<float> features, LatencyEncodingOptions options)
    {
        CheckOptions(options);
        if (features.IsEmpty)
            throw new ArgumentException("Cannot compute the largest spike time of zero features.", nameof(features));
        return LargestRowTime(features, options);
    }

    /// <summary>Same as <see cref="LargestTime"/>, with options that have been checked.</summary>
    internal static float LargestRowTime(ReadOnlySpan<float> features, LatencyEncodingOptions options)
    {
        FeatureCheck.AllUnit(features);
        // Smaller features spike later, so the smallest one has the largest time.
        float smallest = TensorPrimitives.Min(features);
        Span<float> time = [smallest];
        new LatencyCode(options, null).ToTimes(time, time);
        return time[0];
    }

    /// <summary>Encodes a row as spikes, with options that have been checked.</summary>
    internal static void EncodeRow(
        ReadOnlySpan<float> features, Span<float> spikes, int numSteps, LatencyEncodingOptions options, float? largestTime = null)
    {
        FeatureCheck.AllUnit(features);
        LatencyDense.Encode(features, spikes, numSteps, new LatencyCode(options, LargestTimeFor(features, options, largestTime)),
            options);
    }

    /// <summary>Encodes a row as the steps of its spikes, with options that have been checked.</summary>
    internal static void EncodeRowSteps(
        ReadOnlySpan<float> features, Span<float> steps, int numSteps, LatencyEncodingOptions options)
    {
        FeatureCheck.AllUnit(features);
        LatencyDense.FindSteps(
            features, steps, 0, numSteps, new LatencyCode(options, LargestTimeFor(features, options, given: null)), options);
    }

    /// <summary>Encodes a row as slots, with options that have been checked.</summary>
    internal static int EncodeRowSlots(
        ReadOnlySpan<float> features, Span<int> slots, int numSteps, LatencyEncodingOptions options, float? largestTime = null)
    {
        FeatureCheck.AllUnit(features);
        LatencyCode code = new(options, LargestTimeFor(features, options, largestTime));
        return LatencySlots.Encode(features, slots, numSteps, code, options);
    }

    /// <summary>Encodes a row as times, with options that have been checked.</summary>
    internal static void EncodeRowTimes(
        ReadOnlySpan<float> features, Span<float> times, LatencyEncodingOptions options, float? largestTime = null)
    {
        FeatureCheck.AllUnit(features);
        new LatencyCode(options, LargestTimeFor(features, options, largestTime)).ToTimes(features, times);
        if (options.Clip)
            ClipTimes(features, times, (float)options.Threshold);
    }

    private static int? CheckOptions(LatencyEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Validated().NumSteps;
    }

    private static float? LargestTimeFor(ReadOnlySpan<float> features, LatencyEncodingOptions options, float? given)
    {
        given ??= options.LargestTime;
        bool ownRange = given is null && options is { Normalize: true, Linear: false } && !features.IsEmpty;
        return ownRange ? LargestRowTime(features, options) : given;
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static void ClipTimes(ReadOnlySpan<float> features, Span<float> times, float threshold)
    {
        for (int slot = 0; slot < features.Length; slot += Lanes.Count)
        {
            Vector512<float> below = Vector512.LessThan(Lanes.Load(features, slot, padding: 0), Vector512.Create(threshold));
            Vector512<float> own = Lanes.Load(times, slot, padding: 0);
            Lanes.Store(Lanes.Select(below, Vector512.Create(float.NaN), own), times, slot);
        }
    }
}
