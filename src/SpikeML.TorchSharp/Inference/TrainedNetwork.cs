using System.Collections.Immutable;

namespace SpikeML.Torch;

/// <summary>A network for prediction: immutable and therefore safe to use from any number of threads.</summary>
/// <param name="InputShape">The dimensions of the neurons that it was trained on.</param>
/// <param name="Layers">The layers; the last one is the output.</param>
internal sealed record TrainedNetwork(ImmutableArray<int> InputShape, ImmutableArray<TrainedLayer> Layers)
{
    /// <summary>The number of steps of the rows that it can predict, or null for any.</summary>
    public int? NumSteps => Layers.FirstOrDefault(layer => layer.StepScaling is not null)?.StepScaling!.NumSteps;

    public int OutputCount => Layers[^1].Geometry.OutputCount;

    /// <summary>
    /// The trained weights of a module, without dropout, and with batch normalisation in the weights or in factors of each step.
    /// </summary>
    public static TrainedNetwork Of(SpikingNetworkModule module, ImmutableArray<int> inputShape)
    {
        using var scope = TorchSharp.torch.NewDisposeScope();
        using var noGradients = TorchSharp.torch.no_grad();
        List<TrainedLayer> layers = [];
        for (int i = 0; i < module.Layers.Length; i++)
        {
            if (module.Layers[i].Layer.Kind != SpikingLayerKind.Dropout)
                layers.Add(ModuleLayer.Of(module, i, inputChannelsLast: layers.Count > 0 && layers[^1].Geometry.IsImage));
        }
        return new(inputShape, [.. layers]);
    }

    public void Save(BinaryWriter writer)
    {
        writer.WriteDimensions(InputShape);
        writer.Write(Layers.Length);
        foreach (TrainedLayer layer in Layers)
            LayerFile.Save(layer, writer);
    }

    /// <param name="reader">The file.</param>
    /// <param name="format">Its format (<see cref="NetworkFormat"/>).</param>
    public static TrainedNetwork Load(BinaryReader reader, uint format = NetworkFormat.Current)
    {
        ImmutableArray<int> shape = reader.ReadDimensions();
        var layers = new TrainedLayer[reader.ReadCount(LayerFile.FewestBytes)];
        if (layers.Length == 0)
            throw new EndOfStreamException();
        ImmutableArray<int> input = shape;
        for (int i = 0; i < layers.Length; i++)
        {
            layers[i] = LayerFile.Load(reader, format, input, i > 0 ? layers[i - 1] : null);
            input = layers[i].Geometry.Output;
        }
        TrainedNetwork network = new(shape, [.. layers]);
        bool isWhole = layers[^1].Neurons is not null
            && layers.All(layer => layer.StepScaling is null || layer.StepScaling.NumSteps == network.NumSteps);
        return isWhole ? network : throw new EndOfStreamException();
    }
}
