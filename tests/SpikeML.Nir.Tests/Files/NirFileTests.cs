using SpikeML.Tests;

namespace SpikeML.Nir.Tests.Files;

public class NirFileTests
{
    [Fact]
    public void Write_and_Read_keep_every_type_of_node_and_metadata()
    {
        using TemporaryFolder folder = new();
        NirGraph graph = ExampleGraphs.OfEveryType();
        Assert.Equal(20, graph.Nodes.Values.Concat(((NirGraph)graph.Nodes["13"]).Nodes.Values).Append(graph)
            .Select(node => node.Type).Distinct().Count() + 1);

        graph.Write(folder.File("net.nir"));
        NirGraph read = NirGraph.Read(folder.File("net.nir"));

        Assert.Equal(graph, read);
        Assert.Equal("1.0.7", read.Version);
        Assert.Empty(read.Notes);
        Assert.Equal(["net.nir"], folder.FileNames);
    }

    [Fact]
    public void Write_and_Read_of_a_stream_go_on_from_its_position()
    {
        NirGraph graph = ExampleGraphs.OfEveryType();
        using MemoryStream stream = new();
        stream.Write([1, 2, 3]);
        graph.Write(stream);
        stream.Position = 3;
        Assert.Equal(graph, NirGraph.Read(stream));
        Assert.True(stream.CanRead);
    }

    [Fact]
    public void Write_and_Read_keep_a_graph_of_thousands_of_nodes()
    {
        NirGraph graph = ExampleGraphs.Chain([ExampleGraphs.Input(1), .. Enumerable.Repeat(ExampleGraphs.Affine(1, 1), 3000),
            ExampleGraphs.Output(1)]);
        using MemoryStream stream = new();
        graph.Write(stream);
        stream.Position = 0;
        Assert.Equal(graph, NirGraph.Read(stream));
    }
}
