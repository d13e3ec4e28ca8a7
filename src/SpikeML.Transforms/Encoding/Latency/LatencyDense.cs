using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// Encodes features to a dense train, a block of features at a time, so their times stay in the first-level cache.
/// </summary>
internal static class LatencyDense
{
    private const int BlockLength = 512;

    public static void Encode(ReadOnlySpan<float> features, Span<float> spikes, int numSteps, in LatencyCode code,
        LatencyEncodingOptions options)
    {
        Span<float> times = stackalloc float[Math.Min(BlockLength, features.Length)];
        if (!options.Interpolate)
            spikes.Fill((float)options.OffTarget);
        for (int first = 0; first < features.Length; first += BlockLength)
        {
            ReadOnlySpan<float> block = features.Slice(first, Math.Min(BlockLength, features.Length - first));
            Span<float> own = times[..block.Length];
            FindSteps(block, own, first, numSteps, code, options);
            if (options.Interpolate)
                Interpolate(own, spikes[first..], features.Length, numSteps, (float)options.OnTarget, (float)options.OffTarget);
            else
                Scatter(own, block, spikes[first..], features.Length, numSteps, options);
        }
    }

    /// <summary>The step of each feature's spike; throws where it is after the last one, unless Bypass is set.</summary>
    public static void FindSteps(ReadOnlySpan<float> features, Span<float> steps, int firstSlot, int numSteps,
        in LatencyCode code, LatencyEncodingOptions options)
    {
        code.ToTimes(features, steps);
        LatencyRounding.Round(steps);
        if (!options.Bypass && LatencyRounding.FindTooLate(steps, numSteps) is int late and >= 0)
            throw LatencyRounding.TooLate(firstSlot + late, features[late], steps[late], numSteps);
    }

    /// <summary>The ramps of some neurons of a train of <paramref name="stride"/> neurons.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Interpolate(
        ReadOnlySpan<float> times, Span<float> targets, int stride, int numSteps, float onTarget, float offTarget)
    {
        float latest = Latest(times, numSteps);
        for (int step = 0; step < numSteps; step++)
        {
            Span<float> row = targets.Slice(step * stride, times.Length);
            if (step > latest)
            {
                row.Fill(offTarget);
                continue;
            }
            int i = 0;
            for (; i <= times.Length - Vector512<float>.Count; i += Vector512<float>.Count)
                Ramps(step, Vector512.Create(times[i..]), numSteps, onTarget, offTarget).CopyTo(row[i..]);
            for (; i < times.Length; i++)
                row[i] = Ramp(step, times[i], numSteps, onTarget, offTarget);
        }
    }

    /// <summary>
    /// The latest time with a ramp, after which all values are the off-target; below 0 if there is none, NaN if a time is NaN.
    /// </summary>
    private static float Latest(ReadOnlySpan<float> times, int numSteps)
    {
        float latest = -1;
        foreach (float time in times)
        {
            if (!(time > numSteps))
                latest = float.Max(latest, time);
        }
        return latest;
    }

    /// <summary><see cref="Ramp"/> for sixteen neurons.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Ramps(int step, Vector512<float> times, int numSteps, float onTarget, float offTarget)
    {
        Vector512<float> now = Vector512.Create((float)step), off = Vector512.Create(offTarget);
        Vector512<float> silent = Vector512.LessThan(times, now) | Vector512.GreaterThan(times,
            Vector512.Create((float)numSteps));
        Vector512<float> rising = Lanes.Select(silent, off, now / times * (onTarget - offTarget) + off);
        return Lanes.Select(Vector512.Equals(times, now), Vector512.Create(onTarget), rising);
    }

    /// <summary>
    /// The value of a neuron that fires at a step: it rises from the off-target at step 0 to the on-target at the spike. A time
    /// equal to the number of steps still has its ramp, as in snnTorch; later times have none.
    /// </summary>
    private static float Ramp(int step, float time, int numSteps, float onTarget, float offTarget)
    {
        if (step == time)
            return onTarget;
        if (step > time || time > numSteps)
            return offTarget;
        return step / time * (onTarget - offTarget) + offTarget;
    }

    private static void Scatter(
        ReadOnlySpan<float> steps, ReadOnlySpan<float> features, Span<float> spikes, int stride, int numSteps,
            LatencyEncodingOptions options)
    {
        float threshold = options.Clip ? (float)options.Threshold : float.NegativeInfinity;
        float onTarget = (float)options.OnTarget;
        for (int i = 0; i < steps.Length && i < features.Length; i++)
        {
            if (steps[i] < numSteps && features[i] >= threshold)
                spikes[(int)steps[i] * stride + i] = onTarget;
        }
    }
}
