using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>Restores features from latency-coded spikes or spike times (<see cref="LatencyEncoding"/>).</summary>
public static partial class LatencyDecoding
{
    /// <summary>
    /// Restores features from the step of their spike: the midpoint of the features that fire at that step, which are those with
    /// times up to half a step earlier or later. This minimizes the largest error.
    /// </summary>
    /// <remarks>
    /// The error is at most half the width of that interval: 1 / (2 Tau) for the linear code; for the logarithmic code it is
    /// larger at earlier steps. The last step also stands for all smaller features, down to 0 or, with Clip, down to the
    /// threshold. A feature without a spike becomes 0. With Interpolate or other targets, the spike is the first value that is
    /// nearest to OnTarget.
    /// </remarks>
    /// <param name="spikes">Time-major spikes, as <see cref="LatencyEncoding.Encode"/> gives them.</param>
    /// <param name="features">Receives one value per feature; its length is the number of features.</param>
    /// <param name="options">The options used to encode, with everything that was fitted.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">
    /// The lengths do not match, both targets are the same, or Normalize has not been fitted.
    /// </exception>
    /// <exception cref="InvalidFeatureException">A spike is NaN or infinite.</exception>
    public static void Decode(ReadOnlySpan<float> spikes, Span<float> features, LatencyEncodingOptions options)
    {
        Check(options);
        int numSteps = SeriesCheck.Given(options.NumSteps, nameof(options.NumSteps));
        FeatureCodeCheck.Decoding(features, spikes, numSteps);
        DecodeRow(spikes, features, options);
    }

    /// <summary>Decodes a row of finite spikes, 16 neurons at a time.</summary>
    internal static void DecodeRow(in SpikeValues spikes, Span<float> features, LatencyEncodingOptions options)
    {
        if (options.OnTarget == options.OffTarget)
            throw new ArgumentException("OnTarget and OffTarget are equal, so spikes cannot be told from silence.",
                nameof(options));
        using PooledSpan<double> steps = new(Lanes.Padded(features.Length));
        if (spikes.IsSparse)
            FindSteps(spikes.Slots, spikes.Values, steps.Span, features.Length, options);
        else
            FindSteps(spikes.Values, steps.Span, features.Length, options);
        FromSteps(steps.Span, features, options);
    }

    /// <summary>The first step of each neuron whose value is nearest to OnTarget, or -1 if all are nearer to OffTarget.</summary>
    private static void FindSteps(
        ReadOnlySpan<float> spikes, Span<double> steps, int neuronCount, LatencyEncodingOptions options)
    {
        using PooledSpan<double> memory = new(steps.Length);
        Span<double> nearest = memory.Span;
        steps.Fill(-1);
        double least = Math.Abs(options.OnTarget - options.OffTarget) / 2;
        nearest.Fill(least);
        // Unless the targets are one number in single precision, an off-target is not near enough.
        float off = (float)options.OffTarget, ignored = Math.Abs(off - options.OnTarget) < least ? float.NaN : off;
        for (int first = 0, step = 0; first < spikes.Length; first += neuronCount, step++)
            FindNearer(spikes.Slice(first, neuronCount), step, options.OnTarget, ignored, steps, nearest);
    }

    /// <summary>Looks for nearer values in one step; most values are the ignored one.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static void FindNearer(
        ReadOnlySpan<float> spikes, double step, double onTarget, float ignored, Span<double> steps, Span<double> nearest)
    {
        for (int slot = 0; slot < spikes.Length; slot += Lanes.Count)
        {
            Vector512<float> own = Lanes.Load(spikes, slot, ignored);
            if (Vector512.EqualsAll(own, Vector512.Create(ignored)))
                continue;
            (Vector512<double> lower, Vector512<double> upper) = Vector512.Widen(own);
            Replace(lower, step, onTarget, steps[slot..], nearest[slot..]);
            int half = slot + Vector512<double>.Count;
            Replace(upper, step, onTarget, steps[half..], nearest[half..]);
        }
    }

    /// <summary>Replaces the steps of eight neurons whose values are nearer than any before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Replace(Vector512<double> values, double step, double onTarget, Span<double> steps, Span<double> nearest)
    {
        Vector512<double> distance = Vector512.Abs(values - Vector512.Create(onTarget));
        Vector512<double> before = Vector512.Create<double>(nearest), nearer = Vector512.LessThan(distance, before);
        Lanes.Select(nearer, Vector512.Create(step), Vector512.Create<double>(steps)).CopyTo(steps);
        Vector512.Min(distance, before).CopyTo(nearest);
    }

    /// <summary>All unlisted slots are 0, which is the off-target.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static void FindSteps(ReadOnlySpan<int> slots, ReadOnlySpan<float> values, Span<double> steps, int neuronCount,
        LatencyEncodingOptions options)
    {
        using PooledSpan<double> memory = new(neuronCount);
        Span<double> nearest = memory.Span;
        steps.Fill(-1);
        nearest.Fill(Math.Abs(options.OnTarget) / 2);
        for (int i = 0, start = 0; i < slots.Length; i++)
        {
            start = SparseReadout.StartOfStep(slots[i], start, neuronCount);
            double distance = Math.Abs(values[i] - options.OnTarget);
            if (distance < nearest[slots[i] - start])
                (nearest[slots[i] - start], steps[slots[i] - start]) = (distance, start / neuronCount);
        }
    }

    /// <summary>The features that spike at each step; for no spike, the value behind them.</summary>
    internal static float[] FeaturesOfSteps(int numSteps, LatencyEncodingOptions options)
    {
        double[] steps = new double[Lanes.Padded(numSteps + 1)];
        Array.Fill(steps, -1);
        for (int step = 0; step < numSteps; step++)
            steps[step] = step;
        float[] features = new float[numSteps + 1];
        FromSteps(steps, features, options);
        return features;
    }

    /// <summary>The midpoint of the features that spike at each step; the step is below 0 if there is no spike.</summary>
    private static void FromSteps(ReadOnlySpan<double> steps, Span<float> features, LatencyEncodingOptions options)
    {
        LatencyInverse inverse = new(options);
        double latest = new LatencyCode(options, options.LargestTime).LatestStep(), least = options.Clip ? options.Threshold : 0;
        // Half a step later and earlier.
        using PooledSpan<double> memory = new(2 * steps.Length);
        Span<double> lower = memory.Span[..steps.Length], upper = memory.Span[steps.Length..];
        TensorPrimitives.Add(steps, 0.5, lower);
        TensorPrimitives.Subtract(steps, 0.5, upper);
        inverse.ToFeatures(memory.Span);
        ToMiddles(steps, lower, upper, latest, least);
        TensorPrimitives.ConvertTruncating<double, float>(lower[..features.Length], features);
    }

    /// <summary>Replaces the lower ends of intervals by their middles.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static void ToMiddles(
        ReadOnlySpan<double> steps, Span<double> lower, ReadOnlySpan<double> upper, double latest, double least)
    {
        Vector512<double> zero = Vector512<double>.Zero;
        for (int at = 0; at <= steps.Length - Vector512<double>.Count; at += Vector512<double>.Count)
        {
            Vector512<double> own = Vector512.Create(steps[at..]);
            Vector512<double> low = Lanes.Select(Vector512.GreaterThanOrEqual(own, Vector512.Create(latest)),
                Vector512.Create(least), Vector512.Create<double>(lower[at..]));
            Vector512<double> middle = (low + Vector512.Create(upper[at..])) * 0.5;
            Lanes.Select(Vector512.LessThan(own, zero), zero, middle).CopyTo(lower[at..]);
        }
    }

    private static void Check(LatencyEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        CheckLearned(options.Validated());
    }

    /// <summary>Throws if Normalize has not been fitted.</summary>
    internal static void CheckLearned(LatencyEncodingOptions options)
    {
        if (options is { Normalize: true, Linear: false, LargestTime: null })
            throw new ArgumentException(
                "With Normalize, decoding needs fitted options: take them from a fitted encoder's Codes.",
                    nameof(options));
    }
}
