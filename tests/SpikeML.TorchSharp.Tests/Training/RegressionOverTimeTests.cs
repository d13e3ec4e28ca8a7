using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Torch.Tests.Modules;

namespace SpikeML.Torch.Tests.Training;

/// <summary>Networks whose membranes follow a number for each step.</summary>
public class RegressionOverTimeTests
{
    private const int Steps = 20;

    private static readonly SpikingNetworkOptions Quick = new()
    {
        Layers = [SpikingLayer.Dense(48)],
        Epochs = 15,
        BatchSize = 16,
        LearningRate = 0.01,
        Seed = 1,
    };

    private static readonly SpikingNetworkOptions Still = Quick with { Epochs = 1, LearningRate = 1e-12, BatchSize = 400 };

    private readonly MLContext _context = new(seed: 1);

    [Fact]
    public void Fit_follows_a_curve_on_the_scale_of_the_labels()
    {
        SpikingNetworkTrainer trainer = _context.Regression.Trainers.SpikingNetwork("Curve", "Spikes", Quick);
        IDataView scored = trainer.Fit(Rows(400, seed: 1)).Transform(Rows(200, seed: 2));
        Assert.Equal(new VectorDataViewType(NumberDataViewType.Single, Steps), scored.Schema["Score"].Type);
        Assert.Equal(SchemaShape.Column.VectorKind.Vector, Assert.Single(trainer.GetOutputSchema(
            SchemaShape.Create(Rows(1, seed: 1).Schema)), column => column.Name == "Score").Kind);
        RegressionOverTimeMetrics metrics = _context.Regression.EvaluateOverTime(scored, "Curve");
        Assert.InRange(metrics.RSquared, 0.7, 1);
        Assert.Equal(200, metrics.Rows);
    }

    /// <summary>Numbers around 0 and around a million: each output has a scale of its own.</summary>
    [Fact]
    public void Fit_follows_several_outputs_of_different_scales()
    {
        IDataView scored = _context.Regression.Trainers.SpikingNetwork("Pair", "Spikes", Quick)
            .Fit(Rows(400, seed: 1)).Transform(Rows(200, seed: 2));
        Assert.Equal(new VectorDataViewType(NumberDataViewType.Single, Steps, 2), scored.Schema["Score"].Type);
        for (int output = 0; output < 2; output++)
        {
            IDataView one = _context.Transforms.CustomMapping<Pairs, Curves>(
                (row, curves) => (curves.Wanted, curves.Found) = (Half(row.Pair, output), Half(row.Score, output)), null)
                .Fit(scored).Transform(scored);
            Assert.InRange(_context.Regression.EvaluateOverTime(one, "Wanted", "Found").RSquared, 0.7, 1);
        }
    }

    /// <summary>With a learning rate of almost nothing, the loss is the squared error of what the network predicts.</summary>
    [Theory]
    [InlineData("Curve", null)]
    [InlineData("Pair", null)]
    [InlineData("Curve", 7)]
    public void The_loss_is_the_mean_squared_error_in_variances(string label, int? truncation)
    {
        IDataView data = Rows(400, seed: 1);
        SpikingNetworkTransformer network = _context.Regression.Trainers.SpikingNetwork(label, "Spikes",
            Still with { TruncationSteps = truncation }).Fit(data);
        RegressionOverTimeMetrics metrics = _context.Regression.EvaluateOverTime(network.Transform(data), label);
        // Of the pair, the second output is a million times larger, and decides.
        Assert.Equal(label == "Curve" ? 1 - metrics.RSquared : network.History[0].Loss, network.History[0].Loss, 1e-4);
        Assert.True(double.IsNaN(network.History[0].Accuracy));
        Assert.InRange(network.History[0].Loss, 0.9, 1.2);
    }

    [Fact]
    public void Rows_of_weight_0_count_for_nothing()
    {
        IDataView Weighted(float absurd) => _context.Transforms.CustomMapping<Row, Weights>((row, weights) =>
        {
            bool isAbsurd = row.Id % 2 == 1;
            weights.Weight = isAbsurd ? 0 : 1;
            weights.Curve = isAbsurd ? [.. row.Curve.Select(value => value + absurd)] : row.Curve;
        }, null).Fit(Rows(200, seed: 1)).Transform(Rows(200, seed: 1));
        double LossOf(IDataView data) => _context.Regression.Trainers.SpikingNetwork("Curve", "Spikes", "Weight", Still).Fit(data)
            .History[0].Loss;
        Assert.Equal(LossOf(Weighted(0)), LossOf(Weighted(1e6f)), 1e-6);
    }

    [Fact]
    public void Fit_of_a_module_follows_a_curve()
    {
        using SteppedOutputs module = new();
        using SpikingModuleTransformer model = _context.Regression.Trainers.SpikingModule(module, "Pair", "Spikes",
            options: new() { Epochs = 12, LearningRate = 0.01, BatchSize = 16, Seed = 1 }).Fit(Rows(400, seed: 1));
        IDataView scored = model.Transform(Rows(100, seed: 2));
        Assert.InRange(_context.Regression.EvaluateOverTime(scored, "Pair").RSquared, 0.5, 1);
    }

    [Theory]
    [InlineData("Short", "a number for each step, [20] or [20, outputs], with as many steps as 'Spikes'")]
    [InlineData("Cube", "a number for each step, [20] or [20, outputs], with as many steps as 'Spikes'")]
    [InlineData("Loose", "or a known-size vector of Single with a number for each step")]
    public void Fit_refuses_labels_that_do_not_fit(string label, string message) => Assert.Contains(message,
        Assert.Throws<ArgumentOutOfRangeException>(() => _context.Regression.Trainers.SpikingNetwork(label, "Spikes", Quick)
            .Fit(Rows(10, seed: 1))).Message, StringComparison.Ordinal);

    [Fact]
    public void Fit_refuses_a_gap_in_a_curve_and_says_where()
    {
        IDataView data = _context.Transforms.CustomMapping<Row, Gapped>(
            (row, gapped) => gapped.Gap = [.. row.Curve.Select((value, i) => row.Id == 3 && i == 4 ? float.NaN : value)], null)
            .Fit(Rows(10, seed: 1)).Transform(Rows(10, seed: 1));
        string message = Assert.Throws<InvalidOperationException>(() =>
            _context.Regression.Trainers.SpikingNetwork("Gap", "Spikes", Quick).Fit(data)).Message;
        Assert.StartsWith("Column 'Gap' has NaN in slot 4 at row 3: labels must be finite numbers.", message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Networks_of_given_weights_predict_each_step()
    {
        SpikingNetworkTransformer trained = _context.Regression.Trainers.SpikingNetwork("Curve", "Spikes", Still with
        {
            OutputMembraneColumnName = "Membrane",
        }).Fit(Rows(50, seed: 1));
        SpikingNetworkTransformer given = _context.Regression.CreateSpikingNetwork([3], trained.Layers, "Spikes",
            new() { VariesOverTime = true, LabelMean = 2, LabelScale = 3 });
        IDataView data = Rows(20, seed: 2);
        float[][] scores = [.. given.Transform(data).GetColumn<float[]>("Score")],
            membranes = [.. trained.Transform(data).GetColumn<float[]>("Membrane")];
        Assert.All(scores.Zip(membranes),
            pair => Assert.Equal(pair.Second.Select(value => (float)(2 + 3.0 * value)), pair.First));
        Assert.Throws<ArgumentOutOfRangeException>("VariesOverTime", () => _context.BinaryClassification.CreateSpikingNetwork([3],
            trained.Layers, options: new() { VariesOverTime = true }));
    }

    private static float[] Half(float[] pair, int output) => [.. pair.Where((_, slot) => slot % 2 == output)];

    private IDataView Rows(int count, int seed)
    {
        Random random = new(seed);
        IDataView rows = _context.Data.LoadFromEnumerable(Enumerable.Range(0, count).Select(id =>
        {
            (float first, float second) = (random.NextSingle(), random.NextSingle());
            float[] curve = [.. Enumerable.Range(0, Steps).Select(step => 3 + first * step / Steps)];
            return new Row
            {
                Id = id,
                Values = [first, second, 1 - first],
                Curve = curve,
                Pair = [.. curve.SelectMany(value => new[] { value, 1e6f * (5 - value) })],
            };
        }).ToArray());
        return _context.Transforms.Spikes.EncodeLatency("Spikes", "Values",
            new() { NumSteps = Steps, Normalize = true, Linear = true }).Fit(rows).Transform(rows);
    }

    private sealed class Row
    {
        public int Id { get; set; }

        [VectorType(3)]
        public float[] Values { get; set; } = [];

        [VectorType(Steps)]
        public float[] Curve { get; set; } = [];

        [VectorType(Steps, 2)]
        public float[] Pair { get; set; } = [];

        [VectorType(Steps - 1)]
        public float[] Short { get; set; } = new float[Steps - 1];

        [VectorType(Steps, 2, 1)]
        public float[] Cube { get; set; } = new float[Steps * 2];

        public float[] Loose { get; set; } = new float[Steps];
    }

    private sealed class Weights
    {
        public float Weight { get; set; }

        [VectorType(Steps)]
        public float[] Curve { get; set; } = [];
    }

    private sealed class Gapped
    {
        [VectorType(Steps)]
        public float[] Gap { get; set; } = [];
    }

    private sealed class Pairs
    {
        [VectorType(Steps, 2)]
        public float[] Pair { get; set; } = [];

        [VectorType(Steps, 2)]
        public float[] Score { get; set; } = [];
    }

    private sealed class Curves
    {
        [VectorType(Steps)]
        public float[] Wanted { get; set; } = [];

        [VectorType(Steps)]
        public float[] Found { get; set; } = [];
    }
}
