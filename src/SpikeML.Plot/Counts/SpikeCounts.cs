namespace SpikeML.Plot;

/// <summary>Counts the spikes of each neuron.</summary>
internal static class SpikeCounts
{
    /// <summary>The spikes, including off-spikes, of each neuron before a step.</summary>
    public static int[] Before(SpikeTrain train, int endStep)
    {
        int[] counts = new int[train.NeuronCount];
        foreach (ref readonly SpikeEvent spike in train.AsSpan())
        {
            if (spike.Step >= endStep)
                break;
            counts[spike.Neuron]++;
        }
        return counts;
    }
}
