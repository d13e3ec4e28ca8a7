using Microsoft.ML;
using SpikeML.Torch;
using static SpikeML.Nir.Tests.Networks.ExampleNetworks;

namespace SpikeML.Nir.Tests.Networks;

public class NirMetadataTests
{
    [Fact]
    public void ToNir_writes_what_NIR_has_no_place_for_as_metadata()
    {
        IReadOnlyDictionary<string, object> metadata = new MLContext().Model.ToNir(Dense(Zero(), score: SpikingScore.FirstSpike),
            new()
            {
                TimeStep = 0.001,
                NumSteps = 20,
                Encoder = new RateEncodingOptions { NumSteps = 20, Gain = 0.5 },
                Training = new() { Loss = SpikingLoss.MembraneCrossEntropy, Surrogate = Surrogate.Sigmoid() },
            }).Metadata;

        Assert.Equal(["classes", "dt", "encoder", "input_shape", "loss", "num_steps", "outputs_per_class", "score",
            "spike_column", "surrogate", "task"], metadata.Keys);
        Assert.Equal(["one", "two", "three", "four"], (IReadOnlyList<string>)metadata["classes"]);
        Assert.Equal((0.001, 20L, 1L, "FirstSpike", "Events", "Multiclass", "MembraneCrossEntropy"), (metadata["dt"],
            metadata["num_steps"], metadata["outputs_per_class"], metadata["score"], metadata["spike_column"],
            metadata["task"], metadata["loss"]));
        Assert.Equal(NirArray.Of([2.0, 8, 8]), metadata["input_shape"]);
        Assert.Contains("Gain = 0.5", (string)metadata["encoder"], StringComparison.Ordinal);
        Assert.Contains("sigmoid", (string)metadata["surrogate"], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_time_constants_follow_the_step()
    {
        NirLif lif = (NirLif)new MLContext().Model.ToNir(Dense(Zero(0.75)), new() { TimeStep = 0.001 }).Nodes["lif1"];
        Assert.Equal(NirArray.Filled(0.004, [20]), lif.Tau);
        Assert.Equal(NirArray.Filled(4.0, [20]), lif.R);
        Assert.Equal(NirArray.Filled(0.9f, [20]), lif.VThreshold);
    }

    [Fact]
    public void Membranes_that_the_score_reads_are_put_out_and_read_back()
    {
        MLContext mlContext = new();
        SpikingNetworkTransformer network = Dense(Zero(), NeuronModel.Leaky(0.7, 3, reset: ResetMechanism.None),
            SpikingScore.MeanMembrane);
        NirGraph graph = mlContext.Model.ToNir(network);
        Assert.IsType<NirLi>(graph.Nodes["lif2"]);
        Assert.Contains(new NirEdge("lif2", "output"), graph.Edges);
        Assert.True(graph.TryGetSpikingNetwork(mlContext, out SpikingNetworkTransformer? read, out _));
        Assert.Equal(3, read.Layers[1].Threshold);
    }

    [Fact]
    public void Parameters_that_were_changed_count_more_than_the_metadata()
    {
        MLContext mlContext = new();
        NirGraph graph = mlContext.Model.ToNir(Dense(Zero(0.75)));
        NirLif lif = (NirLif)graph.Nodes["lif1"] with { Tau = NirArray.Filled(0.0002, [20]) };
        NirGraph changed = new(graph.Nodes.Select(node => node.Key == "lif1" ? new("lif1", lif) : node), graph.Edges);
        Assert.True(changed.TryGetSpikingNetwork(mlContext, out SpikingNetworkTransformer? read, out string? reason), reason);
        // dt / tau is 1/2, and r 4, so the currents are twice what they were.
        Assert.Equal(0.5, read.Layers[0].Beta);
        Assert.Equal(Dense(Zero(0.75)).Layers[0].Weights.Select(weight => weight * 2), read.Layers[0].Weights);
    }
}
