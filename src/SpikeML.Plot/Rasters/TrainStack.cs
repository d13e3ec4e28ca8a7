namespace SpikeML.Plot;

/// <summary>Stacks several trains into one.</summary>
internal static class TrainStack
{
    public static SpikeTrain Combine(IReadOnlyList<SpikeTrain> trains)
    {
        List<SpikeEvent> spikes = new(trains.Sum(train => train.Count));
        int first = 0;
        foreach (SpikeTrain train in trains)
        {
            foreach (ref readonly SpikeEvent spike in train.AsSpan())
                spikes.Add(spike with { Neuron = first + spike.Neuron });
            first = checked(first + train.NeuronCount);
        }
        return SpikeTrain.FromEvents(spikes, trains.Max(train => train.NumSteps), first);
    }
}
