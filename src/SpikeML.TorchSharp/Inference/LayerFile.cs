using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace SpikeML.Torch;

/// <summary>The layout of a layer in a model file.</summary>
internal static class LayerFile
{
    /// <summary>The number of bytes of a layer before its weights.</summary>
    public const int FewestBytes = 2 * sizeof(byte) + 3 * sizeof(int) + 2 * sizeof(float);

    public static void Save(TrainedLayer layer, BinaryWriter writer)
    {
        SpikingLayer kind = layer.Geometry.Layer;
        writer.Write((byte)kind.Kind);
        writer.Write(kind.Neurons);
        writer.Write(kind.KernelSize);
        writer.Write(kind.Stride);
        writer.Write(layer.Beta);
        writer.Write(layer.Threshold);
        writer.Write((byte)layer.Reset);
        WriteSingles(writer, layer.Weights);
        WriteSingles(writer, layer.Bias);
    }

    public static TrainedLayer Load(BinaryReader reader, ImmutableArray<int> input, TrainedLayer? before)
    {
        bool isDense = reader.ReadByteEnum<SpikingLayerKind>() == SpikingLayerKind.Dense;
        (int neurons, int kernelSize, int stride) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        if (!isDense && input.Length == 2)
            input = input.Insert(0, 1);
        LayerGeometry geometry = new(isDense ? SpikingLayer.Dense(neurons)
            : SpikingLayer.Convolution(neurons, kernelSize, stride), input);
        if (!isDense && input.Length != 3)
            throw new EndOfStreamException();
        int fanIn = geometry.FanIn;
        return new()
        {
            Geometry = geometry,
            InputChannelsLast = before?.Geometry.Layer.Kind == SpikingLayerKind.Convolution,
            Beta = reader.ReadSingle(),
            Threshold = reader.ReadSingle(),
            Reset = reader.ReadByteEnum<ResetMechanism>(),
            Weights = ReadSingles(reader, (long)fanIn * neurons),
            Bias = ReadSingles(reader, neurons),
        };
    }

    private static void WriteSingles(BinaryWriter writer, float[] values)
    {
        if (BitConverter.IsLittleEndian)
        {
            writer.Write(MemoryMarshal.AsBytes(values.AsSpan()));
            return;
        }
        foreach (float value in values)
            writer.Write(value);
    }

    private static float[] ReadSingles(BinaryReader reader, long count)
    {
        reader.CheckRoom(count, sizeof(float));
        float[] values = new float[count];
        if (BitConverter.IsLittleEndian)
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        for (int i = 0; !BitConverter.IsLittleEndian && i < count; i++)
            values[i] = reader.ReadSingle();
        return values;
    }
}
