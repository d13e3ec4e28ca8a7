using System.Collections.Immutable;

namespace SpikeML.Torch;

/// <summary>A network for prediction: immutable and therefore safe to use from any number of threads.</summary>
/// <param name="InputShape">The dimensions of the neurons that it was trained on.</param>
/// <param name="Layers">The layers; the last one is the output.</param>
internal sealed record TrainedNetwork(ImmutableArray<int> InputShape, ImmutableArray<TrainedLayer> Layers)
{
    public int OutputCount => Layers[^1].Geometry.OutputCount;

    public static TrainedNetwork Of(SpikingNetworkModule module, ImmutableArray<int> inputShape)
    {
        using var scope = TorchSharp.torch.NewDisposeScope();
        using var noGradients = TorchSharp.torch.no_grad();
        return new(inputShape, [.. module.Layers.Select((_, i) => LayerOf(module, i))]);
    }

    public void Save(BinaryWriter writer)
    {
        writer.WriteDimensions(InputShape);
        writer.Write(Layers.Length);
        foreach (TrainedLayer layer in Layers)
            LayerFile.Save(layer, writer);
    }

    public static TrainedNetwork Load(BinaryReader reader)
    {
        ImmutableArray<int> shape = reader.ReadDimensions();
        var layers = new TrainedLayer[reader.ReadCount(LayerFile.FewestBytes)];
        if (layers.Length == 0)
            throw new EndOfStreamException();
        ImmutableArray<int> input = shape;
        for (int i = 0; i < layers.Length; i++)
        {
            layers[i] = LayerFile.Load(reader, input, i > 0 ? layers[i - 1] : null);
            input = layers[i].Geometry.Output;
        }
        return new(shape, [.. layers]);
    }

    private static TrainedLayer LayerOf(SpikingNetworkModule module, int index)
    {
        LayerGeometry geometry = module.Layers[index];
        bool afterConvolution = index > 0 && module.Layers[index - 1].Layer.Kind == SpikingLayerKind.Convolution;
        var weight = module.Weight(index);
        if (geometry.Layer.Kind == SpikingLayerKind.Convolution)
            weight = weight.permute(1, 2, 3, 0);
        else if (afterConvolution)
            weight = weight.view([.. geometry.Input.Select(dimension => (long)dimension), weight.size(1)]).permute(1, 2, 0, 3);
        Leaky neurons = module.Neurons(index);
        return new()
        {
            Geometry = geometry,
            InputChannelsLast = afterConvolution,
            Weights = Values(weight),
            Bias = Values(module.Bias(index)),
            Beta = Values(neurons.Beta.Within(0, 1))[0],
            Threshold = Values(neurons.Threshold)[0],
            Reset = neurons.Reset,
        };
    }

    private static float[] Values(TorchSharp.torch.Tensor tensor) => tensor.detach().cpu().contiguous().data<float>().ToArray();
}
