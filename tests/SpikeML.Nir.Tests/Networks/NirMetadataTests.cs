using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Nir.Tests.Running;
using SpikeML.Tests.Warnings;
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

    [Fact]
    public void LoadNir_takes_the_step_the_score_and_the_classes_from_the_metadata()
    {
        MLContext mlContext = new(seed: 1);
        List<string> log = [];
        mlContext.Log += (_, entry) => log.Add(entry.Message);
        SpikingNetworkTransformer network = Dense(Zero(0.75), score: SpikingScore.FirstSpike);
        NirTransformer runs = mlContext.Model.LoadNir(mlContext.Model.ToNir(network, new() { TimeStep = 0.002 }), "Events");
        Assert.Equal((0.002, SpikingScore.FirstSpike), (runs.Reading.TimeStep!.Value, runs.Reading.Score!.Value));
        Assert.Equal(["one", "two", "three", "four"], runs.Reading.ClassNames);
        Assert.DoesNotContain(log, message => message.Contains("time step", StringComparison.Ordinal));

        IDataView data = Rows(mlContext, 20);
        Assert.Equal(Labels(network.Transform(data)), Labels(runs.Transform(data)));
    }

    [Fact]
    public void Options_that_are_given_count_more_than_the_metadata()
    {
        MLContext mlContext = new(seed: 1);
        NirGraph graph = mlContext.Model.ToNir(Dense(Zero(0.75), score: SpikingScore.FirstSpike), new() { TimeStep = 0.002 });
        NirReading given = new() { TimeStep = 0.001, Score = SpikingScore.SpikeCount, ClassNames = ["a", "b", "c", "d"] };
        Assert.Equal(given, mlContext.Model.LoadNir(graph, "Events", given).Reading);
    }

    [Theory]
    [InlineData("dt", -1.0)]
    [InlineData("dt", double.NaN)]
    [InlineData("dt", "0.1")]
    [InlineData("score", "Best")]
    [InlineData("score", "77")]
    [InlineData("classes", "one")]
    public void Metadata_that_makes_no_sense_is_left_alone(string key, object value)
    {
        MLContext mlContext = new(seed: 1);
        NirGraph graph = mlContext.Model.ToNir(Dense(Zero())) with
        {
            Metadata = new Dictionary<string, object> { [key] = value },
        };
        NirReading reading = mlContext.Model.LoadNir(graph, "Events").Reading;
        Assert.Equal((1e-4, null, 0), (reading.TimeStep!.Value, reading.Score, reading.ClassNames.Count));
    }

    [Fact]
    public void LoadNir_warns_of_what_the_network_does_that_the_graph_does_not()
    {
        Assert.Contains("In 'lif1', spikes subtract the threshold in the network that was saved", Warnings(graph => graph,
            Dense(NeuronModel.Leaky(0.7, 1, reset: ResetMechanism.Subtract))), StringComparison.Ordinal);
        Assert.Contains("has 5 outputs for each class", Warnings(graph => With(graph, "outputs_per_class", 5L)),
            StringComparison.Ordinal);
        Assert.Contains("divided by their scale", Warnings(graph => With(With(graph, "task", "Regression"), "label_mean", 3.0)),
            StringComparison.Ordinal);
        Assert.Equal("", Warnings(graph => graph));
    }

    private static NirGraph With(NirGraph graph, string key, object value) =>
        graph with { Metadata = new Dictionary<string, object>(graph.Metadata) { [key] = value } };

    private static string Warnings(Func<NirGraph, NirGraph> change, SpikingNetworkTransformer? network = null)
    {
        MLContext mlContext = new(seed: 1);
        LoggedWarnings log = new(mlContext);
        NirGraph graph = mlContext.Model.ToNir(network ?? Dense(Zero()), new() { Reset = NirReset.Approximate });
        _ = mlContext.Model.LoadNir(change(graph), "Events");
        return string.Join("\n", log.All);
    }

    /// <summary>Rows of spikes for the example networks.</summary>
    private static IDataView Rows(MLContext mlContext, int rows)
    {
        Random random = new(1);
        const int Steps = 12, Neurons = 2 * 8 * 8;
        IDataView data = SpikeRow.View(mlContext, [.. Enumerable.Range(0, rows).Select(_ =>
            Enumerable.Range(0, Steps * Neurons).Select(_ => random.Next(5) == 0 ? 1f : 0).ToArray())], Steps, [2, 8, 8]);
        return mlContext.Transforms.CopyColumns("Events", SpikeRow.Column).Fit(data).Transform(data);
    }

    private static string[] Labels(IDataView view) =>
        [.. new MLContext().Transforms.Conversion.MapKeyToValue("PredictedLabel").Fit(view).Transform(view)
            .GetColumn<string>("PredictedLabel")];
}
