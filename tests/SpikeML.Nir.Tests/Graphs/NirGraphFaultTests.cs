using static SpikeML.Nir.Tests.ExampleGraphs;

namespace SpikeML.Nir.Tests.Graphs;

public class NirGraphFaultTests
{
    public static TheoryData<string, NirNode> Nodes => new()
    {
        { "(LIF) has r of shape [2] and tau of shape [3]; all parameters must have the neurons' shape",
            Lif(3) with { R = Doubles(2) } },
        { "(LIF) has 0 in tau, at index 1; every value must be above 0", Lif(2) with { Tau = NirArray.Of([1.0, 0.0]) } },
        { "(LIF) has NaN in v_leak, at index 0; every value must be finite", Lif(1) with { VLeak = NirArray.Of([float.NaN]) } },
        { "(LIF) has the shape of tau []; it needs at least one dimension, and none of 0", Lif() },
        { "(Affine) has a weight of shape [6]; it must be [outputs, inputs]", Affine(2, 3) with { Weight = Singles(6) } },
        { "(Affine) has a bias of shape [3]; its weight needs [2]", Affine(2, 3) with { Bias = Singles(3) } },
        { "(Conv2d) has the stride [0, 1]; it must be at least 1 and at most 1,000,000", Conv() with { Stride = (0, 1) } },
        { "(Conv2d) has 3 groups; they must divide its 4 output channels", Conv() with { Groups = 3 } },
        { "(Conv2d) has the padding 'same' and the stride [2, 2]; 'same' needs a stride of 1",
            Conv() with { Padding = NirPadding.Same, Stride = 2 } },
        { "(Conv2d) has a kernel that is larger than its input", Conv() with { InputSize = (2, 9) } },
        { "(Conv2d) has more than 2,147,483,647 values in its input or output", Conv() with { InputSize = 1_000_000 } },
        { "(AvgPool2d) has the kernel_size [2, 0]; it must be at least 1", new NirAvgPool2d { KernelSize = (2, 0), Stride = 1 } },
        { "(Flatten) has start_dim 1 and end_dim -1, which its input [3] does not have",
            new NirFlatten { InputShape = [3], StartDim = 1 } },
        { "(Output) has the shape [2, 0]; it needs at least one dimension", Output(2, 0) },
    };

    [Theory]
    [MemberData(nameof(Nodes))]
    public void A_graph_refuses_a_node_by_name(string fault, NirNode node)
    {
        var error = Assert.Throws<ArgumentException>(() => new NirGraph([KeyValuePair.Create("a", node)], []));
        Assert.StartsWith($"The node 'a' {fault}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lif", "b", "The edge lif -> b names a node that is missing: 'b'. The nodes are input, lif, output.")]
    [InlineData("lif", "input", "The edge lif -> input ends at an Input node, which takes in nothing from the graph.")]
    [InlineData("output", "lif", "The edge output -> lif begins at an Output node, which puts out nothing into the graph.")]
    public void A_graph_refuses_an_edge_by_name(string from, string to, string fault)
    {
        Dictionary<string, NirNode> nodes = new() { ["input"] = Input(2), ["lif"] = Lif(2), ["output"] = Output(2) };
        var error = Assert.Throws<ArgumentException>(() => new NirGraph(nodes, [new("input", "lif"), new(from, to)]));
        Assert.StartsWith(fault, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_graph_needs_an_input_an_output_and_edges()
    {
        Refused("The graph has no Input node.", Lif(2), Output(2));
        Refused("The graph has no Output node.", Input(2), Lif(2));
        Refused("The graph has no edges.", Input(2));
    }

    [Theory]
    [InlineData("", "The node name '' is empty.")]
    [InlineData("a/b", "The node name 'a/b' contains a slash")]
    [InlineData("..", "The node name '..' means a folder")]
    public void A_graph_refuses_a_name_that_a_file_cannot_hold(string name, string fault)
    {
        var error = Assert.Throws<ArgumentException>(() => new NirGraph([new(name, Lif(1))], []));
        Assert.StartsWith(fault, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pooling_that_gets_no_image_is_refused_by_name() =>
        Refused("The node '1' (SumPool2d) takes in [4]; it needs [channels, height, width].", Input(4),
            new NirSumPool2d { KernelSize = 2, Stride = 2 }, Output(2));

    [Fact]
    public void Metadata_of_another_type_is_refused_by_key()
    {
        var error = Assert.Throws<ArgumentException>(() => Lif(1) with
        {
            Metadata = new Dictionary<string, object> { ["when"] = DateTime.UnixEpoch },
        });
        Assert.StartsWith("The metadata 'when' is of type DateTime; it must be String, Int64, Double, NirArray, a list of "
            + "Strings or a dictionary of these.", error.Message, StringComparison.Ordinal);
    }

    private static NirConv2d Conv() => new() { Weight = Singles(4, 2, 3, 3), Bias = Singles(4) };

    private static void Refused(string fault, params NirNode[] chain)
    {
        var error = Assert.Throws<ArgumentException>(() => Chain(chain));
        Assert.StartsWith(fault, error.Message, StringComparison.Ordinal);
    }
}
