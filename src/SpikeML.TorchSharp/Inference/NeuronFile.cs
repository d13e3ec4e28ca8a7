namespace SpikeML.Torch;

/// <summary>The layout of a neuron model in a model file.</summary>
internal static class NeuronFile
{
    public static void Save(NeuronModel model, BinaryWriter writer)
    {
        writer.Write((byte)model.Kind);
        writer.Write((byte)model.Reset!.Value);
        writer.Write(model.Inhibition);
        writer.Write(model.ResetDelay);
        writer.Write(model.Constants.Count);
        foreach ((string name, NeuronConstant constant) in model.Constants)
        {
            writer.Write(name);
            float[] values = [.. constant.Values];
            writer.Write(values.Length);
            SingleArray.Write(writer, values);
        }
        float[] levels = [.. model.StateQuantization?.Levels ?? []];
        writer.Write(levels.Length);
        SingleArray.Write(writer, levels);
    }

    /// <param name="reader">The file.</param>
    /// <param name="format">Its format (<see cref="NetworkFormat"/>).</param>
    /// <param name="neurons">The number of neurons or channels of the layer.</param>
    public static NeuronModel Load(BinaryReader reader, uint format, int neurons)
    {
        NeuronKind kind = reader.ReadByteEnum<NeuronKind>();
        ResetMechanism reset = reader.ReadByteEnum<ResetMechanism>();
        (bool inhibition, bool resetDelay) = (reader.ReadBoolean(), reader.ReadBoolean());
        Dictionary<string, NeuronConstant> constants = [];
        // A constant has at least a name's length, its count and a number.
        for (int count = reader.ReadCount(sizeof(byte) + sizeof(int) + sizeof(float)); count > 0; count--)
        {
            string name = reader.ReadString();
            int length = reader.ReadInt32();
            if (length != 1 && length != neurons)
                throw new EndOfStreamException();
            float[] values = SingleArray.Read(reader, length);
            constants[name] = length == 1 ? values[0] : values;
        }
        float[] levels = format < NetworkFormat.Third ? [] : SingleArray.Read(reader, reader.ReadCount(sizeof(float)));
        return NeuronModel.Of(kind, constants, reset, inhibition, resetDelay, levels.Length == 0 ? null : new(levels));
    }
}
