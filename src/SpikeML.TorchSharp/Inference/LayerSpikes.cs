namespace SpikeML.Torch;

/// <summary>The spikes of every layer of a network for a spike train.</summary>
internal static class LayerSpikes
{
    public static IReadOnlyList<SpikeTrain> Of(TrainedNetwork network, SpikeTrain input)
    {
        NetworkRun run = new(network);
        List<SpikeEvent>[] fired = [.. network.Layers.Select(_ => new List<SpikeEvent>())];
        ReadOnlySpan<SpikeEvent> spikes = input.AsSpan();
        int next = 0;
        for (int step = 0; step < input.NumSteps; step++)
        {
            run.BeginStep();
            for (; next < spikes.Length && spikes[next].Step == step; next++)
                run.Receive(spikes[next].Neuron, spikes[next].Value);
            run.EndStep();
            for (int layer = 0; layer < fired.Length; layer++)
                Collect(network.Layers[layer], run.SpikesOf(layer), step, fired[layer]);
        }
        return [.. network.Layers.Select(
            (layer, i) => SpikeTrain.FromEvents(fired[i], input.NumSteps, [.. layer.Geometry.Output]))];
    }

    private static void Collect(TrainedLayer layer, ReadOnlySpan<float> spikes, int step, List<SpikeEvent> fired)
    {
        for (int i = 0; i < spikes.Length; i++)
        {
            if (spikes[i] != 0)
                fired.Add(new SpikeEvent(step, layer.PlaceOf(i), spikes[i]));
        }
    }
}
