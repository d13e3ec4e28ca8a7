using SpikeML.Nir;

namespace SpikeML.Fuzzing;

/// <summary>Files of NIR: graphs, and spikes of their nodes.</summary>
internal static class NirTargets
{
    /// <summary>The HDF5 library takes memory for the length of a name that it reads, though it does not touch it.</summary>
    public const long MostBytes = (1L << 31) + (64 << 20);

    public static void Graph(byte[] input)
    {
        NirGraph graph = NirGraph.Read(new MemoryStream(input));
        using MemoryStream written = new();
        graph.Write(written);
        written.Position = 0;
        Same.Check([graph], [NirGraph.Read(written)]);
    }

    public static void Data(byte[] input) => NirFile.ReadData(new MemoryStream(input), "The stream", new());
}
