using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Torch.Tests.Training;

public class OtherTasksTests
{
    private static readonly SpikingNetworkOptions Quick = new()
    {
        Layers = [SpikingLayer.Dense(32)],
        Epochs = 12,
        BatchSize = 32,
        LearningRate = 0.01,
        Seed = 1
    };

    [Fact]
    public void Binary_training_gives_what_ml_nets_evaluation_needs()
    {
        MLContext context = new(seed: 1);
        IDataView data = Rows(context, 300, seed: 1);
        var model = context.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 20, Seed = 3 })
            .Append(context.BinaryClassification.Trainers.SpikingNetwork("Label", "Spikes", Quick)).Fit(data);
        CalibratedBinaryClassificationMetrics metrics = context.BinaryClassification.Evaluate(
            model.Transform(Rows(context, 200, seed: 2)));
        Assert.InRange(metrics.Accuracy, 0.85, 1);
        Assert.InRange(metrics.AreaUnderRocCurve, 0.9, 1);
    }

    [Fact]
    public void Regression_training_predicts_on_the_scale_of_the_labels()
    {
        MLContext context = new(seed: 1);
        IDataView data = Rows(context, 300, seed: 1);
        var model = context.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 20, Seed = 3 })
            .Append(context.Regression.Trainers.SpikingNetwork("Sum", "Spikes", Quick)).Fit(data);
        RegressionMetrics metrics = context.Regression.Evaluate(model.Transform(Rows(context, 200, seed: 2)), "Sum");
        Assert.InRange(metrics.RSquared, 0.7, 1);
    }

    private static IDataView Rows(MLContext context, int count, int seed)
    {
        Random random = new(seed);
        return context.Data.LoadFromEnumerable(Enumerable.Range(0, count).Select(_ =>
        {
            float[] features = [.. Enumerable.Range(0, 12).Select(_ => random.NextSingle())];
            float first = features[..6].Sum(), second = features[6..].Sum();
            return new Row { Features = features, Label = first > second, Sum = 1000 + 50 * (first - second) };
        }).ToArray());
    }

    private sealed class Row
    {
        [VectorType(12)]
        public float[] Features { get; set; } = [];

        public bool Label { get; set; }
        public float Sum { get; set; }
    }
}
