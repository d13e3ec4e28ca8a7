using System.Collections.Immutable;

namespace SpikeML.Torch;

/// <summary>The layout of a layer in a model file.</summary>
internal static class LayerFile
{
    /// <summary>The number of bytes of a layer before what depends on its kind.</summary>
    public const int FewestBytes = sizeof(byte) + 3 * sizeof(int) + 2 * sizeof(byte);

    public static void Save(TrainedLayer layer, BinaryWriter writer)
    {
        SpikingLayer kind = layer.Geometry.Layer;
        writer.Write((byte)kind.Kind);
        writer.Write(kind.Neurons);
        writer.Write(kind.KernelSize);
        writer.Write(kind.Stride);
        writer.WriteColumnName(kind.SpikesColumnName);
        writer.WriteColumnName(kind.MembraneColumnName);
        if (layer.Neurons is null)
            return;
        NeuronFile.Save(layer.Neurons.Model, writer);
        SingleArray.Write(writer, layer.Weights);
        SingleArray.Write(writer, layer.Bias);
        if (layer.Neurons.Recurrent is TrainedLayer recurrent)
        {
            SingleArray.Write(writer, recurrent.Weights);
            SingleArray.Write(writer, recurrent.Bias);
        }
        writer.Write(layer.StepScaling?.NumSteps ?? 0);
        SingleArray.Write(writer, layer.StepScaling?.Scales ?? []);
        SingleArray.Write(writer, layer.StepScaling?.Biases ?? []);
    }

    /// <param name="reader">The file.</param>
    /// <param name="format">Its format (<see cref="NetworkFormat"/>).</param>
    /// <param name="input">The shape of the layer's input.</param>
    /// <param name="before">The previous layer, or null.</param>
    public static TrainedLayer Load(BinaryReader reader, uint format, ImmutableArray<int> input, TrainedLayer? before)
    {
        SpikingLayerKind kind = reader.ReadByteEnum<SpikingLayerKind>();
        (int neurons, int kernelSize, int stride) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        SpikingLayer layer = kind switch
        {
            SpikingLayerKind.Dense => SpikingLayer.Dense(neurons),
            SpikingLayerKind.Convolution => SpikingLayer.Convolution(neurons, kernelSize, stride),
            SpikingLayerKind.AveragePooling => SpikingLayer.AveragePooling(kernelSize),
            SpikingLayerKind.MaxPooling => SpikingLayer.MaxPooling(kernelSize),
            _ => throw new EndOfStreamException(),
        };
        if (format >= NetworkFormat.Second)
            layer = layer with { SpikesColumnName = reader.ReadColumnName(), MembraneColumnName = reader.ReadColumnName() };
        LayerGeometry geometry = LayerGeometry.Stack(input, [layer])?[0] ?? throw new EndOfStreamException();
        return Load(reader, format, geometry, before?.Geometry.IsImage ?? false);
    }

    private static TrainedLayer Load(BinaryReader reader, uint format, LayerGeometry geometry, bool inputChannelsLast)
    {
        if (!geometry.Layer.HasNeurons)
            return TrainedLayers.Pooling(geometry, inputChannelsLast);
        NeuronModel model = format == NetworkFormat.First
            ? NeuronModel.Leaky(reader.ReadSingle(), reader.ReadSingle(), reset: reader.ReadByteEnum<ResetMechanism>())
            : NeuronFile.Load(reader, format, geometry.Layer.Neurons);
        (float[] weights, float[] bias) = ReadWeights(reader, geometry);
        (float[], float[])? recurrent = model.AllToAll ? ReadWeights(reader, geometry.Recurrent) : null;
        return TrainedLayers.WithNeurons(geometry, inputChannelsLast, weights, bias, model, recurrent,
            format < NetworkFormat.Fourth ? null : ReadScaling(reader, geometry.Layer.Neurons));
    }

    private static StepScaling? ReadScaling(BinaryReader reader, int neurons)
    {
        int numSteps = reader.ReadInt32();
        long count = (long)numSteps * neurons;
        return numSteps == 0 ? null : new(numSteps, SingleArray.Read(reader, count), SingleArray.Read(reader, count));
    }

    private static (float[] Weights, float[] Bias) ReadWeights(BinaryReader reader, LayerGeometry geometry)
    {
        float[] weights = SingleArray.Read(reader, (long)geometry.FanIn * geometry.Layer.Neurons);
        return (weights, SingleArray.Read(reader, geometry.Layer.Neurons));
    }
}
