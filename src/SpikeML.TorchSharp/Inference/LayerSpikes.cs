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
                Collect(network.Layers[layer], run.MembranesOf(layer), step, fired[layer]);
        }
        return [.. network.Layers.Select(
            (layer, i) => SpikeTrain.FromEvents(fired[i], input.NumSteps, [.. layer.Geometry.Output]))];
    }

    private static void Collect(TrainedLayer layer, ReadOnlySpan<float> membranes, int step, List<SpikeEvent> fired)
    {
        bool isConvolution = layer.Geometry.Layer.Kind == SpikingLayerKind.Convolution;
        int channels = layer.Geometry.Layer.Neurons, places = membranes.Length / channels;
        for (int i = 0; i < membranes.Length; i++)
        {
            // A convolution's neurons are ordered [row][column][channel], but its shape has the channels first.
            if (membranes[i] > layer.Threshold)
                fired.Add(new SpikeEvent(step, isConvolution ? i % channels * places + i / channels : i, 1));
        }
    }
}
