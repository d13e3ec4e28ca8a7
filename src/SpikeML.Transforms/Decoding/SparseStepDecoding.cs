using System.Runtime.CompilerServices;

namespace SpikeML;

/// <summary>
/// What <see cref="StepDecoding"/> gives, from sparse trains: a step is the one before it, except where neurons spiked.
/// </summary>
internal static class SparseStepDecoding
{
    /// <summary>Restores series in which a spike moves its own step; spikes at step 0 are ignored.</summary>
    public static void Restore(in SpikeValues spikes, ReadOnlySpan<double> first, Span<float> series, double threshold)
    {
        int skipped = 0;
        while (skipped < spikes.Slots.Length && spikes.Slots[skipped] < first.Length)
            skipped++;
        Add(spikes, skipped, first, series, first.Length, threshold, 0);
    }

    /// <summary>Restores series in which a spike moves the step after its own.</summary>
    public static void RestoreLater(in SpikeValues spikes, ReadOnlySpan<double> first, Span<float> series, double threshold) =>
        Add(spikes, 0, first, series, first.Length, threshold, first.Length);

    /// <summary>Adds up each neuron's spikes from 0 on.</summary>
    public static void Sum(in SpikeValues spikes, Span<float> series, int neuronCount) =>
        Add(spikes, 0, [], series, neuronCount, 1, 0);

    private static void Add(in SpikeValues spikes, int next, ReadOnlySpan<double> first, Span<float> series, int neuronCount,
        double weight, int lag)
    {
        FeatureCheck.AllFinite(spikes);
        using PooledSpan<double> rented = new(neuronCount);
        Span<double> sums = rented.Span;
        sums.Clear();
        first.CopyTo(sums);
        if (lag > 0)
            DenseSums.Narrow(sums, series[..lag]);
        // As silence does to dense trains: -0 becomes 0.
        foreach (ref double sum in sums)
            sum += 0.0;
        for (int from = lag; from < series.Length; from += neuronCount)
        {
            Span<float> step = series.Slice(from, neuronCount);
            if (SparseSteps.AreMany(spikes.Slots, next, from - lag, neuronCount))
            {
                next = SparseSteps.Spread(spikes.Slots, spikes.Values, next, from - lag, step);
                DenseSums.Move(step, sums, weight);
                continue;
            }
            if (from == lag)
                DenseSums.Narrow(sums, step);
            else
                series.Slice(from - neuronCount, neuronCount).CopyTo(step);
            next = AddStep(spikes, next, from - lag, sums, step, weight);
        }
    }

    /// <summary>Adds the spikes of one step, and returns the first spike after it.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static int AddStep(
        in SpikeValues spikes, int next, int firstSlot, Span<double> sums, Span<float> step, double weight)
    {
        ReadOnlySpan<int> slots = spikes.Slots;
        ReadOnlySpan<float> values = spikes.Values;
        for (; next < slots.Length && (uint)(slots[next] - firstSlot) < (uint)sums.Length; next++)
        {
            int neuron = slots[next] - firstSlot;
            step[neuron] = (float)(sums[neuron] += weight * values[next]);
        }
        return next;
    }
}
