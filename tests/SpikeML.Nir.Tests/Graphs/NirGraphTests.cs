using static SpikeML.Nir.Tests.ExampleGraphs;

namespace SpikeML.Nir.Tests.Graphs;

public class NirGraphTests
{
    [Fact]
    public void Shapes_follow_the_edges_when_nodes_leave_them_open()
    {
        NirConv2d conv = new() { Weight = NirArray.Filled(1f, [4, 2, 3, 5]), Bias = NirArray.Filled(0f, [4]), Stride = (2, 1) };
        NirGraph graph = Chain(Input(2, 9, 8), conv, new NirAvgPool2d { KernelSize = 2, Stride = 2 }, new NirFlatten(),
            Affine(3, 16), Lif(3), Output(3));

        Assert.Equal([2, 9, 8], graph.InputShape("1"));
        Assert.Equal([4, 4, 4], graph.OutputShape("1"));
        Assert.Equal([4, 2, 2], graph.OutputShape("2"));
        Assert.Equal([16], graph.OutputShape("3"));
        Assert.Equal([3], graph.OutputShape("4"));
    }

    [Fact]
    public void A_cycle_is_a_graph_like_any_other()
    {
        NirGraph graph = new(new Dictionary<string, NirNode>
        {
            ["input"] = Input(2),
            ["affine"] = Affine(3, 2),
            ["lif"] = Lif(3),
            ["feedback"] = Affine(3, 3),
            ["output"] = Output(3),
        }, [new("input", "affine"), new("affine", "lif"), new("lif", "feedback"), new("feedback", "lif"), new("lif", "output")]);

        Assert.Equal([3], graph.OutputShape("feedback"));
    }

    [Fact]
    public void Graphs_are_equal_when_nodes_and_edges_are()
    {
        NirGraph one = Chain(Input(2), Affine(3, 2), Lif(3), Output(3)), same = Chain(Input(2), Affine(3, 2), Lif(3), Output(3));
        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one, Chain(Input(2), Affine(3, 2), Lif(3) with { R = NirArray.Filled(1.5, [3]) }, Output(3)));
        Assert.NotEqual(one, one with { Metadata = new Dictionary<string, object> { ["author"] = "A" } });
    }

    [Fact]
    public void An_edge_between_different_shapes_is_refused_by_name()
    {
        var error = Assert.Throws<ArgumentException>(() => Chain(Input(2), Affine(3, 2), Lif(4), Output(4)));
        Assert.StartsWith("The edge 1 -> 2 connects different shapes: '1' (Affine) puts out [3], '2' (LIF) takes in [4].",
            error.Message, StringComparison.Ordinal);
    }
}
