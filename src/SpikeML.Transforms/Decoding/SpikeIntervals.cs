using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>How far apart the spikes of each neuron are.</summary>
internal static class SpikeIntervals
{
    /// <summary>
    /// The mean interval between each neuron's spikes in steps, the first counted from before step 0; infinite where there are
    /// none.
    /// </summary>
    /// <param name="spikes">Time-major values: all neurons of step 0 first.</param>
    /// <param name="intervals">Receives one number a neuron; room for whole vectors of them.</param>
    /// <param name="neuronCount">The number of neurons.</param>
    public static void Mean(ReadOnlySpan<float> spikes, Span<double> intervals, int neuronCount)
    {
        using PooledSpan<int> memory = new(2 * intervals.Length);
        Span<int> counts = memory.Span[..intervals.Length], ends = memory.Span[intervals.Length..];
        memory.Span.Clear();
        for (int first = 0, step = 1; first < spikes.Length; first += neuronCount, step++)
            AddStep(spikes.Slice(first, neuronCount), Vector512.Create(step), counts, ends);
        for (int neuron = 0; neuron < neuronCount; neuron++)
            intervals[neuron] = counts[neuron] > 0 ? (double)ends[neuron] / counts[neuron] : double.PositiveInfinity;
    }

    private static void AddStep(ReadOnlySpan<float> spikes, Vector512<int> end, Span<int> counts, Span<int> ends)
    {
        for (int neuron = 0; neuron < spikes.Length; neuron += Lanes.Count)
        {
            Vector512<float> own = Lanes.Load(spikes, neuron, padding: 0);
            Vector512<int> spiking = ~Vector512.Equals(own, Vector512<float>.Zero).AsInt32();
            (Vector512.Create<int>(counts[neuron..]) - spiking).CopyTo(counts[neuron..]);
            Vector512.ConditionalSelect(spiking, end, Vector512.Create<int>(ends[neuron..])).CopyTo(ends[neuron..]);
        }
    }
}
