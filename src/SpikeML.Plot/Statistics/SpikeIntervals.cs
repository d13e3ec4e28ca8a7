namespace SpikeML.Plot;

/// <summary>The steps from each spike of a neuron to its next one.</summary>
internal static class SpikeIntervals
{
    public static List<int> Of(SpikeTrain train)
    {
        int[] last = new int[train.NeuronCount];
        Array.Fill(last, -1);
        List<int> intervals = new(train.Count);
        foreach (ref readonly SpikeEvent spike in train.AsSpan())
        {
            if (last[spike.Neuron] >= 0)
                intervals.Add(spike.Step - last[spike.Neuron]);
            last[spike.Neuron] = spike.Step;
        }
        return intervals;
    }
}
