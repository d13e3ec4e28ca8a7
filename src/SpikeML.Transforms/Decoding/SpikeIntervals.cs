using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>Intervals between the spikes of each neuron.</summary>
internal static class SpikeIntervals
{
    /// <summary>
    /// The mean interval between each neuron's spikes in steps, with the first interval counted from before step 0; infinite if
    /// there are no spikes.
    /// </summary>
    /// <param name="spikes">Time-major values: all neurons of step 0 first.</param>
    /// <param name="intervals">Receives one number per neuron; needs room for whole vectors.</param>
    /// <param name="neuronCount">The number of neurons.</param>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Mean(ReadOnlySpan<float> spikes, Span<double> intervals, int neuronCount)
    {
        using PooledSpan<int> memory = new(2 * intervals.Length);
        Span<int> counts = memory.Span[..intervals.Length], ends = memory.Span[intervals.Length..];
        memory.Span.Clear();
        for (int first = 0, step = 1; first < spikes.Length; first += neuronCount, step++)
            AddStep(spikes.Slice(first, neuronCount), step, counts, ends);
        Divide(ends, counts, intervals[..neuronCount]);
    }

    /// <summary>Same, for a sparse train given the ascending slots of its spikes.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Mean(ReadOnlySpan<int> slots, ReadOnlySpan<float> values, Span<double> intervals, int neuronCount)
    {
        using PooledSpan<int> memory = new(2 * neuronCount);
        using PooledSpan<float> dense = new(neuronCount);
        Span<int> counts = memory.Span[..neuronCount], ends = memory.Span[neuronCount..];
        memory.Span.Clear();
        for (int next = 0, start = 0; next < slots.Length;)
        {
            start = SparseReadout.StartOfStep(slots[next], start, neuronCount);
            int end = start / neuronCount + 1;
            if (SparseSteps.AreMany(slots, next, start, neuronCount))
            {
                next = SparseSteps.Spread(slots, values, next, start, dense.Span);
                AddStep(dense.Span, end, counts, ends);
                continue;
            }
            for (; next < slots.Length && (uint)(slots[next] - start) < (uint)neuronCount; next++)
            {
                if (values[next] != 0)
                    (counts[slots[next] - start], ends[slots[next] - start]) = (counts[slots[next] - start] + 1, end);
            }
        }
        Divide(ends, counts, intervals[..neuronCount]);
    }

    private static void Divide(ReadOnlySpan<int> ends, ReadOnlySpan<int> counts, Span<double> intervals)
    {
        for (int neuron = 0; neuron < intervals.Length; neuron++)
            intervals[neuron] = counts[neuron] > 0 ? (double)ends[neuron] / counts[neuron] : double.PositiveInfinity;
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static void AddStep(ReadOnlySpan<float> spikes, int end, Span<int> counts, Span<int> ends)
    {
        int neuron = 0;
        for (; neuron < Lanes.Whole(spikes.Length); neuron += Lanes.Count)
        {
            Vector512<int> spiking = ~Vector512.Equals(Vector512.Create(spikes[neuron..]), Vector512<float>.Zero).AsInt32();
            (Vector512.Create<int>(counts[neuron..]) - spiking).CopyTo(counts[neuron..]);
            // Ends never decrease.
            Vector512.Max(Vector512.Create<int>(ends[neuron..]), Vector512.Create(end) & spiking).CopyTo(ends[neuron..]);
        }
        for (; neuron < spikes.Length; neuron++)
        {
            if (spikes[neuron] != 0)
                (counts[neuron], ends[neuron]) = (counts[neuron] + 1, end);
        }
    }
}
