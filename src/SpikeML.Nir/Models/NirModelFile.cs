using Microsoft.ML.Runtime;
using SpikeML.Torch;

namespace SpikeML.Nir;

/// <summary>A graph and the options that it runs with, in a model file.</summary>
internal static class NirModelFile
{
    /// <summary>The format that is written.</summary>
    public const uint Format = 0x00010002;

    /// <summary>The first format, which is still read.</summary>
    public const uint FirstFormat = 0x00010001;

    // Two names of one character and a flag.
    private const int FewestBytesOfRecording = 5;

    public static void Save(BinaryWriter writer, NirTransformer transformer)
    {
        NirReading reading = transformer.Reading;
        writer.Write(transformer.SpikeColumnName);
        writer.Write(reading.Step);
        writer.Write(reading.DelayedSynapses);
        writer.Write(reading.Score is not null);
        writer.Write((byte)(reading.Score ?? default));
        writer.WriteColumnName(reading.OutputSpikesColumnName);
        writer.WriteColumnName(reading.OutputMembraneColumnName);
        writer.WriteColumnName(reading.ScoreColumnName);
        writer.WriteColumnName(reading.PredictedLabelColumnName);
        writer.Write(reading.ClassNames.Count);
        foreach (string name in reading.ClassNames)
            writer.Write(name);
        writer.Write(reading.Recordings.Count);
        foreach (NirRecording recording in reading.Recordings)
        {
            writer.Write(recording.NodeName);
            writer.Write(recording.OutputColumnName);
            writer.Write(recording.IsMembrane);
        }
        writer.Save(transformer.Graph);
    }

    /// <exception cref="EndOfStreamException">The file is damaged.</exception>
    public static NirTransformer Load(CodeReader reader, IHost host)
    {
        string spikeColumnName = reader.ReadString();
        NirReading reading = LoadReading(reader);
        NirGraph graph = reader.Format == FirstFormat ? LoadFirst(reader) : reader.LoadGraph();
        return new NirTransformer(host, spikeColumnName, graph, reading);
    }

    /// <summary>The first format contains a NIR file.</summary>
    private static NirGraph LoadFirst(BinaryReader reader)
    {
        using MemoryStream graph = new(reader.ReadBytes(reader.ReadCount(1)));
        return NirGraph.Read(graph);
    }

    private static NirReading LoadReading(BinaryReader reader) => new()
    {
        TimeStep = reader.ReadDouble(),
        DelayedSynapses = reader.ReadBoolean(),
        Score = (reader.ReadBoolean(), reader.ReadByteEnum<SpikingScore>()) is (true, var score) ? score : null,
        OutputSpikesColumnName = reader.ReadColumnName(),
        OutputMembraneColumnName = reader.ReadColumnName(),
        ScoreColumnName = reader.ReadColumnName(),
        PredictedLabelColumnName = reader.ReadColumnName(),
        ClassNames = Each(reader, 1, reader.ReadString),
        Recordings = Each(reader, FewestBytesOfRecording,
            () => new NirRecording(reader.ReadString(), reader.ReadString(), reader.ReadBoolean())),
    };

    private static T[] Each<T>(BinaryReader reader, int bytesEach, Func<T> read)
    {
        T[] items = new T[reader.ReadCount(bytesEach)];
        for (int i = 0; i < items.Length; i++)
            items[i] = read();
        return items;
    }
}
