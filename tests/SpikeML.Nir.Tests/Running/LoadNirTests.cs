using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Torch;
using static SpikeML.Nir.Tests.ExampleGraphs;

namespace SpikeML.Nir.Tests.Running;

public class LoadNirTests
{
    private static readonly MLContext Context = new(seed: 1);

    [Fact]
    public void A_leaky_neuron_follows_the_formats_equation_at_a_time_step_of_0_0001()
    {
        // The neuron of the paper's first comparison: tau 0.0025 s, threshold 0.1, spikes of 1 as currents.
        NirGraph graph = Chain(Input(1), new NirAffine { Weight = Ones(1, 1), Bias = Zeros(1) }, Lif(0.0025, 1, 0.1), Output(1));
        IDataView output = Run(graph, [0, 1, 1, 1, 1, 0], new() { OutputMembraneColumnName = "V" });

        Assert.Equal([0, 0, 0, 1, 0, 0], SpikeRow.Read(output, "OutputSpikes")[0]);
        float[] v = SpikeRow.Read(output, "V")[0];
        Assert.Equal(0.04f, v[1], 1e-7f);
        Assert.Equal(0.0784f, v[2], 1e-7f);
        Assert.Equal(0, v[3]);
        Assert.Equal(0.04f, v[4], 1e-7f);
    }

    [Fact]
    public void A_synapse_acts_in_the_same_step_or_on_request_in_the_next()
    {
        NirGraph graph = Chain(Input(1), new NirCubaLi
        {
            TauMem = NirArray.Of([2e-4]),
            TauSyn = NirArray.Of([1e-4]),
            R = NirArray.Of([2.0]),
            VLeak = Zeros(1),
            WIn = Ones(1),
        }, Output(1));

        Assert.Equal([1, 0.5f, 0.25f], SpikeRow.Read(Run(graph, [1, 0, 0]), "OutputSpikes")[0]);
        Assert.Equal([0, 1, 0.5f], SpikeRow.Read(Run(graph, [1, 0, 0], new() { DelayedSynapses = true }), "OutputSpikes")[0]);
    }

    [Fact]
    public void A_cycle_has_one_step_of_delay()
    {
        NirGraph graph = new(new Dictionary<string, NirNode>
        {
            ["in"] = Input(1),
            ["i"] = new NirThreshold { Threshold = NirArray.Of([0.5f]) },
            ["again"] = new NirScale { Scale = Ones(1) },
            ["out"] = Output(1),
        }, [new("in", "i"), new("i", "again"), new("again", "i"), new("i", "out")]);
        Assert.Equal([0, 1, 1, 1], SpikeRow.Read(Run(graph, [0, 1, 0, 0]), "OutputSpikes")[0]);
    }

    [Fact]
    public void Two_edges_to_a_node_are_a_sum()
    {
        NirGraph graph = new(new Dictionary<string, NirNode>
        {
            ["in"] = Input(1),
            ["double"] = new NirScale { Scale = NirArray.Of([2f]) },
            ["out"] = Output(1),
        }, [new("in", "double"), new("double", "out"), new("in", "out")]);
        Assert.Equal([3, 0], SpikeRow.Read(Run(graph, [1, 0]), "OutputSpikes")[0]);
    }

    [Fact]
    public void Scores_and_classes_follow_the_spikes_and_have_the_names_that_are_given()
    {
        NirGraph graph = Chain(Input(2), new NirThreshold { Threshold = NirArray.Filled(0.5f, [2]) }, Output(2));
        IDataView output = Run(graph, [0, 1, 1, 1, 0, 1], new() { ClassNames = ["cat", "dog"] });

        Assert.Equal([2u], output.GetColumn<uint>("PredictedLabel"));
        VBuffer<ReadOnlyMemory<char>> names = default;
        output.Schema["PredictedLabel"].GetKeyValues(ref names);
        Assert.Equal(["cat", "dog"], names.DenseValues().Select(name => name.ToString()));
        float[] score = SpikeRow.Read(output, "Score")[0];
        Assert.Equal(1 / (1 + MathF.Exp(1 - 3)), score[1], 1e-6f);
        Assert.Equal(1, score.Sum(), 1e-6f);
    }

    [Fact]
    public void One_output_has_its_value_as_the_score_and_no_class()
    {
        NirGraph graph = Chain(Input(1), new NirScale { Scale = NirArray.Of([2f]) }, Output(1));
        IDataView output = Run(graph, [1, 0.5f, 0, 0]);
        Assert.Equal([0.75f], output.GetColumn<float>("Score"));
        Assert.Null(output.Schema.GetColumnOrNull("PredictedLabel"));
        Assert.Equal([2f], Run(graph, [1, 0.5f], new() { Score = SpikingScore.LargestMembrane }).GetColumn<float>("Score"));
    }

    [Fact]
    public void A_column_of_another_shape_is_refused_with_the_shape_of_the_input_node()
    {
        NirTransformer model = Context.Model.LoadNir(Chain(Input(2, 3), new NirFlatten(), Output(6)), SpikeRow.Column);
        var error = Assert.Throws<ArgumentOutOfRangeException>(() =>
            model.GetOutputSchema(SpikeRow.View(Context, [new float[24]], 4, [6]).Schema));
        Assert.Contains("[numSteps, 2, 3], since the Input node of the graph has shape [2, 3]", error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_step_longer_than_a_time_constant_is_refused_with_the_node_and_the_value()
    {
        var error = Refused<ArgumentOutOfRangeException>(Chain(Input(1), Lif(0.002, 1, 1), Output(1)), new() { TimeStep = 0.01 });
        Assert.StartsWith("The node '1' (LIF) has 0.002 s in tau, at index 0, which is less than the time step", error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Nodes_that_cannot_run_are_refused_by_name()
    {
        Dictionary<string, NirNode> nodes = new() { ["a"] = Input(1), ["b"] = Input(1), ["out"] = Output(1) };
        Assert.StartsWith("The graph has 2 nodes of type Input: 'a', 'b'.",
            Refused<ArgumentException>(new(nodes, [new("a", "out"), new("b", "out")])).Message, StringComparison.Ordinal);
        nodes["b"] = new NirScale { Scale = Ones(1) };
        Assert.StartsWith("No edge ends at the node 'b' (Scale), so it has nothing to take in.",
            Refused<ArgumentException>(new(nodes, [new("a", "out"), new("b", "out")])).Message, StringComparison.Ordinal);
        nodes["b"] = new NirDelay { Delay = NirArray.Of([-1f]) };
        Assert.StartsWith("The node 'b' (Delay) has -1 s in delay, at index 0;",
            Refused<ArgumentException>(new(nodes, [new("a", "b"), new("b", "out")])).Message, StringComparison.Ordinal);
        Assert.StartsWith("Recordings names the node 'x', which the graph does not have. Its nodes are 0, 1.",
            Refused<ArgumentException>(Chain(Input(1), Output(1)), new() { Recordings = [new("x", "X")] }).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Options_out_of_range_are_refused_by_name()
    {
        NirReading[] wrong =
        [
            new() { TimeStep = 0 }, new() { OutputSpikesColumnName = "" }, new() { OutputSpikesColumnName = "Score" },
            new() { ClassNames = ["one"] }, new() { Score = (SpikingScore)9 }, new() { Recordings = [new("0", "Score")] },
            new() { OutputSpikesColumnName = null, ScoreColumnName = null, PredictedLabelColumnName = null },
        ];
        Assert.All(wrong, reading => Refused<ArgumentOutOfRangeException>(Chain(Input(2), Output(2)), reading));
    }

    [Fact]
    public void A_value_that_is_not_finite_is_refused_with_its_place()
    {
        var error = Assert.Throws<InvalidOperationException>(() => SpikeRow.Read(Run(Chain(Input(2), Output(2)),
            [0, 0, 0, float.NaN]), "OutputSpikes"));
        // ML.NET wraps what its reader threads throw.
        Assert.Contains("has NaN at step 1 of neuron 1", error.InnerException!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_delay_that_no_row_lasts_takes_no_memory()
    {
        NirGraph graph = Chain(Input(784), new NirDelay { Delay = NirArray.Filled(100.0, [784]) }, Output(784));
        long before = GC.GetTotalAllocatedBytes(precise: true);
        float[] output = SpikeRow.Read(Run(graph, SpikeRow.Random(1, 10 * 784, 0.5, isGraded: false)), "OutputSpikes")[0];
        // A million steps of 784 values are 3 GB. Other tests run at the same time.
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 1L << 30);
        Assert.All(output, value => Assert.Equal(0, value));
    }

    [Fact]
    public void A_delay_is_the_same_in_each_row()
    {
        NirGraph graph = Chain(Input(2), new NirDelay { Delay = NirArray.Of([1e-4, 3e-4]) }, Output(2));
        float[][] rows = [.. Enumerable.Range(0, 5).Select(row => SpikeRow.Random(row, 20, 0.5, isGraded: true))];
        float[][] outputs = SpikeRow.Read(Context.Model.LoadNir(graph, SpikeRow.Column)
            .Transform(SpikeRow.View(Context, rows, 10, [2])), "OutputSpikes");
        foreach ((float[] row, float[] output) in rows.Zip(outputs))
        {
            for (int step = 0; step < 10; step++)
            {
                Assert.Equal(step < 1 ? 0 : row[(step - 1) * 2], output[step * 2]);
                Assert.Equal(step < 3 ? 0 : row[(step - 3) * 2 + 1], output[step * 2 + 1]);
            }
        }
    }

    [Fact]
    public void A_graph_that_never_fires_is_reported_with_the_time_step()
    {
        MLContext context = new(seed: 1);
        List<string> log = [];
        context.Log += (_, message) => log.Add(message.Message);
        NirGraph graph = Chain(Input(2), new NirIf { R = Ones(2), VThreshold = Ones(2), VReset = Zeros(2) }, Output(2));
        _ = context.Model.LoadNir(graph, SpikeRow.Column).Transform(SpikeRow.View(context, [[1, 0, 1, 1]], 2, [2]))
            .GetColumn<uint>("PredictedLabel").ToArray();
        Assert.Contains(log, message => message.Contains("TimeStep, which is 0.0001 s: tools that count time in steps",
            StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1e-4, 1)]
    [InlineData(1e-3, 0)]
    public void LoadNir_warns_when_the_graph_was_saved_for_another_time_step(double timeStep, int warnings)
    {
        MLContext context = new(seed: 1);
        List<string> log = [];
        context.Log += (_, message) => log.Add(message.Message);
        NirGraph graph = Chain(Input(1), Lif(tau: 0.01, r: 1, threshold: 1), Output(1)) with
        {
            Metadata = new Dictionary<string, object> { ["dt"] = 1e-3 },
        };
        _ = context.Model.LoadNir(graph, SpikeRow.Column, new() { TimeStep = timeStep });
        Assert.Equal(warnings, log.Count(message => message.Contains("saved for a time step of 0.001 s",
            StringComparison.Ordinal)));
    }

    private static T Refused<T>(NirGraph graph, NirReading? reading = null)
        where T : Exception => Assert.Throws<T>(() => Context.Model.LoadNir(graph, SpikeRow.Column, reading));

    private static IDataView Run(NirGraph graph, float[] row, NirReading? reading = null)
    {
        NirShape shape = graph.Nodes.Values.OfType<NirInput>().Single().Shape;
        return Context.Model.LoadNir(graph, SpikeRow.Column, reading)
            .Transform(SpikeRow.View(Context, [row], row.Length / shape.Size, shape));
    }

    private static NirLif Lif(double tau, double r, double threshold) => new()
    {
        Tau = NirArray.Of([tau]),
        R = NirArray.Of([r]),
        VLeak = Zeros(1),
        VThreshold = NirArray.Of([threshold]),
        VReset = Zeros(1),
    };

    private static NirArray Ones(params int[] shape) => NirArray.Filled(1f, NirShape.Create(shape));

    private static NirArray Zeros(params int[] shape) => NirArray.Filled(0f, NirShape.Create(shape));
}
