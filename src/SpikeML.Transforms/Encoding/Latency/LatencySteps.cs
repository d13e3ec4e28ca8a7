using System.Buffers;

namespace SpikeML;

/// <summary>From spike times to spikes.</summary>
internal static class LatencySteps
{
    /// <summary>Rounds times to steps, half-to-even. A time after the last step is an error, or with bypass stays, to be dropped later.</summary>
    public static void Round(Span<float> times, ReadOnlySpan<float> features, int numSteps, bool bypass)
    {
        for (int slot = 0; slot < times.Length; slot++)
        {
            times[slot] = MathF.Round(times[slot]);
            if (times[slot] >= numSteps && !bypass)
                throw new InvalidFeatureException(slot, features[slot],
                    $"It fires at step {times[slot]}, after the last one ({numSteps - 1}): raise NumSteps, lower Tau, set Normalize, or set Bypass to drop such spikes.");
        }
    }

    /// <summary>Writes the spikes into a dense train.</summary>
    public static void Scatter(ReadOnlySpan<float> steps, ReadOnlySpan<float> features, Span<float> spikes, int numSteps, LatencyEncodingOptions options)
    {
        float threshold = options.Clip ? (float)options.Threshold : float.NegativeInfinity;
        spikes.Fill((float)options.OffTarget);
        for (int slot = 0; slot < steps.Length; slot++)
        {
            if (steps[slot] < numSteps && features[slot] >= threshold)
                spikes[(int)steps[slot] * steps.Length + slot] = (float)options.OnTarget;
        }
    }

    /// <summary>Lists the spikes' slots in ascending order, by a counting sort over the steps; returns their number.</summary>
    public static int Sort(ReadOnlySpan<float> steps, ReadOnlySpan<float> features, Span<int> slots, int numSteps, float threshold)
    {
        int[] rented = ArrayPool<int>.Shared.Rent(numSteps);
        Span<int> next = rented.AsSpan(0, numSteps);
        next.Clear();
        for (int slot = 0; slot < steps.Length; slot++)
        {
            if (steps[slot] < numSteps && features[slot] >= threshold)
                next[(int)steps[slot]]++;
        }
        int count = 0;
        foreach (ref int position in next)
            (position, count) = (count, count + position);
        for (int slot = 0; slot < steps.Length; slot++)
        {
            if (steps[slot] < numSteps && features[slot] >= threshold)
            {
                int step = (int)steps[slot];
                slots[next[step]++] = step * steps.Length + slot;
            }
        }
        ArrayPool<int>.Shared.Return(rented);
        return count;
    }
}
