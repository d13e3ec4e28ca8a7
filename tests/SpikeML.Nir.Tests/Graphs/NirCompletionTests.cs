using static SpikeML.Nir.Tests.ExampleGraphs;

namespace SpikeML.Nir.Tests.Graphs;

/// <summary>Nodes that do not say what they take in.</summary>
public class NirCompletionTests
{
    [Fact]
    public void A_graph_gives_convolutions_and_Flatten_the_shape_that_they_take_in()
    {
        NirGraph graph = Chain(Input(2, 9, 8), new NirConv2d { Weight = Singles(4, 2, 2, 1), Bias = Singles(4) }, new NirFlatten
        {
            StartDim = 1,
        },
            new NirConv1d { Weight = Singles(3, 4, 1), Bias = Singles(3) }, Output(3, 64));
        Assert.Equal((9, 8), ((NirConv2d)graph.Nodes["1"]).InputSize);
        Assert.Equal([4, 8, 8], ((NirFlatten)graph.Nodes["2"]).InputShape);
        Assert.Equal(64, ((NirConv1d)graph.Nodes["3"]).InputLength);
    }

    [Fact]
    public void A_graph_leaves_nodes_behind_unknown_shapes_as_they_are()
    {
        NirGraph graph = new(new Dictionary<string, NirNode>
        {
            ["in"] = Input(3),
            ["out"] = Output(3),
            ["apart"] = new NirFlatten(),
        }, [new("in", "out")]);
        Assert.Null(((NirFlatten)graph.Nodes["apart"]).InputShape);
    }
}
