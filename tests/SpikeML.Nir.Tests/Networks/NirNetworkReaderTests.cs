using Microsoft.ML;
using SpikeML.Torch;
using static SpikeML.Nir.Tests.ExampleGraphs;

namespace SpikeML.Nir.Tests.Networks;

/// <summary>Graphs of other tools, without our metadata.</summary>
public class NirNetworkReaderTests
{
    private static NirLif Lif(double tau, double r, double leak = 0, double reset = 0) => new()
    {
        Tau = NirArray.Filled(tau, [3]),
        R = NirArray.Filled(r, [3]),
        VLeak = NirArray.Filled(leak, [3]),
        VThreshold = NirArray.Filled(0.5, [3]),
        VReset = NirArray.Filled(reset, [3]),
    };

    private static NirScale Half => new() { Scale = NirArray.Filled(0.5f, [3]) };

    [Fact]
    public void A_graph_of_another_tool_is_a_network_with_the_input_factor_in_the_weights_and_the_leak_in_the_bias()
    {
        SpikingLayerWeights layer = Read(Chain(Input(2), Affine(3, 2), Lif(0.0004, 2, leak: 0.8), Output(3))).Layers.Single();
        Assert.Equal(0.75, layer.Beta);
        Assert.Equal((0.5, ResetMechanism.Zero), (layer.Threshold, layer.Reset));
        Assert.Equal(Affine(3, 2).Weight.ToSingles().Select(weight => weight / 2), layer.Weights);
        Assert.Equal(Affine(3, 2).Bias.ToSingles().Select(bias => bias / 2 + 0.2f), layer.Bias);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_cycle_or_a_graph_in_the_graph_is_feedback(bool isNested)
    {
        NirAffine back = new() { Weight = Singles(3, 3), Bias = Singles(3) };
        Dictionary<string, NirNode> nodes = new() { ["affine"] = Affine(3, 2), ["lif"] = Lif(0.0002, 2), ["rec"] = back };
        NirEdge[] cycle = [new("lif", "rec"), new("rec", "lif")];
        NirGraph graph = isNested
            ? Chain(Input(2), nodes["affine"], new NirGraph(nodes.Where(node => node.Key != "affine").Append(new("i", Input(3)))
                .Append(new("o", Output(3))), [.. cycle, new("i", "lif"), new("lif", "o")]), Output(3))
            : new NirGraph(nodes.Append(new("i", Input(2))).Append(new("o", Output(3))),
                [.. cycle, new("i", "affine"), new("affine", "lif"), new("lif", "o")]);

        SpikingLayerWeights layer = Read(graph).Layers.Single();
        Assert.Equal((NeuronKind.RLeaky, ResetMechanism.Zero, false),
            (layer.Layer.NeuronModel!.Kind, layer.Layer.NeuronModel.Reset, layer.Layer.NeuronModel.ResetDelay));
        Assert.Equal(back.Weight.ToSingles(), layer.RecurrentWeights);
        Assert.Equal(back.Bias.ToSingles(), layer.RecurrentBias);
    }

    [Fact]
    public void A_step_can_be_given()
    {
        NirGraph graph = Chain(Input(2), Affine(3, 2), Lif(4, 4), Output(3));
        Assert.True(graph.TryGetSpikingNetwork(new MLContext(), out SpikingNetworkTransformer? network, out _, timeStep: 1));
        Assert.Equal(0.75, network.Layers[0].Beta);
    }

    [Fact]
    public void TryGetSpikingNetwork_of_a_transformer_has_its_column_and_time_step()
    {
        MLContext context = new();
        NirTransformer model = context.Model.LoadNir(Chain(Input(2), Affine(3, 2), Lif(4, 4), Output(3)), "Events",
            new() { TimeStep = 1 });
        Assert.True(model.TryGetSpikingNetwork(out SpikingNetworkTransformer? network, out string? reason), reason);
        Assert.Equal((0.75, "Events"), (network.Layers[0].Beta, network.SpikeColumnName));

        NirTransformer other = context.Model.LoadNir(
            Chain(Input(2), Affine(3, 2), Lif(1, 1, reset: 0.1), Output(3)), "Events");
        Assert.False(other.TryGetSpikingNetwork(out network, out reason));
        Assert.Null(network);
        Assert.Contains("resets its membranes to another value than 0", reason, StringComparison.Ordinal);
    }

    public static TheoryData<string, NirGraph> Others => new()
    {
        { "'2' resets its membranes to another value than 0", Chain(Input(2), Affine(3, 2), Lif(1, 1, reset: 0.1), Output(3)) },
        { "'1' (LIF) has no weights before it", Chain(Input(3), Lif(1, 1), Output(3)) },
        { "the last weights have no neurons behind them", Chain(Input(2), Affine(3, 2), Output(3)) },
        { "'1' sums its windows; the trainers have means and largest values",
            Chain(Input(2, 4, 4), new NirSumPool2d { KernelSize = 2, Stride = 2 }, Output(2, 2, 2)) },
        { "'1' is a Conv1d node",
            Chain(Input(2, 4), new NirConv1d { Weight = Singles(2, 2, 1), Bias = Singles(2) }, Output(2, 4)) },
        { "'2' has constants that the trainers do not allow (", Chain(Input(2), Affine(3, 2), Lif(1e-5, 1), Output(3)) },
        { "'2' is followed by Scale, Scale; the trainers have at most one Scale there",
            Chain(Input(2), Affine(3, 2), Lif(1, 1), Half, Half, Output(3)) },
        { "'2' is followed by Threshold; the trainers have at most one Scale there",
            Chain(Input(2), Affine(3, 2), Lif(1, 1), new NirThreshold { Threshold = NirArray.Filled(2f, [3]) }, Output(3)) },
        { "'2' is followed by Scale; the trainers have a Threshold, then at most one Scale there",
            Chain(Input(2), Affine(3, 2), new NirI { R = NirArray.Filled(1f, [3]) }, Half, Output(3)) },
        { "'1' is a convolution that the trainers do not have: they have odd, square kernels, padded by half",
            Chain(Input(1, 4, 4), new NirConv2d { Weight = Singles(2, 1, 2, 2), Bias = Singles(2) }, Output(2, 3, 3)) },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void A_graph_that_the_trainers_do_not_make_says_why(string reason, NirGraph graph)
    {
        Assert.False(graph.TryGetSpikingNetwork(new MLContext(), out SpikingNetworkTransformer? network, out string? why));
        Assert.Null(network);
        Assert.StartsWith(reason, why, StringComparison.Ordinal);
    }

    private static SpikingNetworkTransformer Read(NirGraph graph)
    {
        Assert.True(graph.TryGetSpikingNetwork(new MLContext(), out SpikingNetworkTransformer? network, out string? reason),
            reason);
        Assert.Equal("Spikes", network.SpikeColumnName);
        return network;
    }
}
