using System.Runtime.CompilerServices;

namespace SpikeML;

/// <summary>Decodes sparse trains of <see cref="BsaEncoding"/>: only the spikes within a filter's length are added up.</summary>
internal static class SparseBsa
{
    /// <summary>If more than one value in this many is a spike, decoding all values is faster.</summary>
    private const int ValuesPerSpike = 25;

    /// <summary>Restores each neuron's series; the sums are added up in the same order as for dense trains.</summary>
    public static void Restore(in SpikeValues spikes, Span<float> series, int neuronCount, ReadOnlySpan<float> filter)
    {
        FeatureCheck.AllFinite(spikes);
        if ((long)spikes.Slots.Length * ValuesPerSpike > series.Length)
        {
            RestoreDense(spikes, series, neuronCount, filter);
            return;
        }
        using PooledSpan<int> memory = new(series.Length / neuronCount + 1);
        using PooledSpan<double> sums = new(neuronCount);
        Span<int> starts = memory.Span;
        FindSteps(spikes.Slots, starts, neuronCount);
        for (int step = 0; step < starts.Length - 1; step++)
        {
            sums.Span.Clear();
            for (int k = 0; k < filter.Length && k <= step; k++)
                Add(spikes, starts[step - k], starts[step - k + 1], (step - k) * neuronCount, filter[k], sums.Span);
            DenseSums.Narrow(sums.Span, series.Slice(step * neuronCount, neuronCount));
        }
    }

    /// <summary>The index of each step's first spike, and the number of spikes.</summary>
    private static void FindSteps(ReadOnlySpan<int> slots, Span<int> starts, int neuronCount)
    {
        for (int step = 0, next = 0; step < starts.Length; step++)
        {
            while (next < slots.Length && slots[next] < (long)step * neuronCount)
                next++;
            starts[step] = next;
        }
    }

    /// <summary>Adds the spikes of one step, weighted by one value of the filter.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static void Add(in SpikeValues spikes, int from, int to, int firstSlot, double weight, Span<double> sums)
    {
        ReadOnlySpan<int> slots = spikes.Slots[from..to];
        ReadOnlySpan<float> values = spikes.Values[from..to];
        for (int i = 0; i < slots.Length && i < values.Length; i++)
            sums[slots[i] - firstSlot] += weight * values[i];
    }

    private static void RestoreDense(in SpikeValues spikes, Span<float> series, int neuronCount, ReadOnlySpan<float> filter)
    {
        using PooledSpan<float> dense = new(series.Length);
        SparseSteps.Spread(spikes.Slots, spikes.Values, 0, 0, dense.Span);
        BsaEncoding.RestoreRow(dense.Span, series, neuronCount, filter, BsaSums.AreUnits(spikes.Values));
    }
}
