using SpikeML.Nir;

namespace SpikeML.Fuzzing;

/// <summary>Files of NIR: graphs, and spikes of their nodes.</summary>
internal static class NirTargets
{
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
