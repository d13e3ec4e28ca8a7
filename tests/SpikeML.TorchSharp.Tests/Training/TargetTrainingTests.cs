using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace SpikeML.Torch.Tests.Training;

/// <summary>Networks whose output neurons should follow a column of targets.</summary>
public class TargetTrainingTests
{
    private static readonly SpikingNetworkOptions Quick = new()
    {
        Layers = [SpikingLayer.Dense(48)],
        Epochs = 12,
        BatchSize = 16,
        LearningRate = 0.01,
        Seed = 1,
    };

    public static TheoryData<SpikingLoss> Losses => [.. Enum.GetValues<SpikingLoss>()];

    /// <summary>Rates of 0.8 and 0.2 both begin at step 0, so first spikes are learned from latencies.</summary>
    [Theory]
    [MemberData(nameof(Losses))]
    public void Fit_learns_from_targets_with_every_loss(SpikingLoss loss)
    {
        MLContext context = new(seed: 1);
        bool isTemporal = loss is SpikingLoss.FirstSpikeCrossEntropy or SpikingLoss.FirstSpikeMeanSquared;
        ITransformer model = context.MulticlassClassification.Trainers
            .SpikingNetwork("Targets", "Spikes", Quick with { Loss = loss })
            .Fit(isTemporal ? Latencies(context, 400, seed: 1) : Rates(context, 400, seed: 1));
        Assert.InRange(context.MulticlassClassification.Evaluate(model.Transform(Rates(context, 300, seed: 2))).MicroAccuracy,
            isTemporal ? 0.6 : 0.8, 1);
    }

    [Fact]
    public void Membranes_follow_targets_over_time()
    {
        MLContext context = new(seed: 1);
        RateTargetEncodingOptions late = new() { NumSteps = 20, FirstSpikeTime = 10 };
        SpikingNetworkTransformer model = context.BinaryClassification.Trainers.SpikingNetwork("Targets", "Spikes", Quick with
        {
            Loss = SpikingLoss.MembraneMeanSquared,
            OutputMembraneColumnName = "Membrane",
            Epochs = 20,
        }).Fit(Rates(context, 400, seed: 1, late));
        IDataView test = Rates(context, 100, seed: 2, late);
        (double Early, double Late)[] means = [.. model.Transform(test).GetColumn<float[]>("Membrane")
            .Zip(test.GetColumn<float[]>("Targets"), (membranes, targets) =>
            {
                // The neuron of the correct class, [numSteps, 2].
                float[] correct = [.. membranes.Where((_, slot) => slot % 2 == (targets[^1] > 0 ? 1 : 0))];
                return ((double)correct[..10].Average(), (double)correct[10..].Average());
            })];
        Assert.InRange(means.Average(mean => mean.Early), -0.4, 0.4);
        Assert.InRange(means.Average(mean => mean.Late), 0.6, 1.2);
    }

    [Fact]
    public void Transform_names_the_classes_as_the_targets_neurons()
    {
        MLContext context = new(seed: 1);
        IDataView train = Rates(context, 60, seed: 1);
        var trainer = context.MulticlassClassification.Trainers.SpikingNetwork("Targets", "Spikes", Quick with { Epochs = 1 });
        SchemaShape promised = trainer.GetOutputSchema(SchemaShape.Create(train.Schema));
        IDataView scored = trainer.Fit(train).Transform(train);
        IDataView named = context.Transforms.Conversion.MapKeyToValue("Name", "PredictedLabel").Fit(scored).Transform(scored);
        Assert.All(named.GetColumn<string>("Name"), name => Assert.True(name is "low" or "high"));
        Assert.Equal(new VectorDataViewType(NumberDataViewType.Single, 2), scored.Schema["Score"].Type);
        SchemaShape.Column predicted = Assert.Single(promised, column => column.Name == "PredictedLabel");
        Assert.True(predicted.Annotations.TryFindColumn("KeyValues", out SchemaShape.Column values));
        Assert.Equal(TextDataViewType.Instance, values.ItemType);
    }

    [Fact]
    public void Fit_refuses_targets_that_do_not_fit()
    {
        MLContext context = new(seed: 1);
        IDataView train = Rates(context, 60, seed: 1);
        IDataView Targets(int numSteps, int classes) => context.Transforms.Spikes.EncodeRateTargets("Targets", "Label",
            new() { NumSteps = numSteps, NumClasses = classes }).Fit(train).Transform(train);
        void Refuses(string message, Func<SpikingNetworkTrainer> trainer, IDataView data) => Assert.Contains(message,
            Assert.ThrowsAny<Exception>(() => trainer().Fit(data)).Message, StringComparison.Ordinal);
        SpikingNetworkTrainer Multiclass() =>
            context.MulticlassClassification.Trainers.SpikingNetwork("Targets", "Spikes", Quick);

        Refuses("targets of dimensions [20, classes], with as many steps as 'Spikes'", Multiclass, Targets(25, 2));
        Refuses("targets of dimensions [20, classes], with as many steps as 'Spikes'", Multiclass, Targets(20, 1));
        Refuses("targets of dimensions [20, 2], with as many steps as 'Spikes'",
            () => context.BinaryClassification.Trainers.SpikingNetwork("Targets", "Spikes", Quick), Targets(20, 3));
        Refuses("expected Single, or a known-size vector of Single with a number for each step",
            () => context.Regression.Trainers.SpikingNetwork("Label", "Spikes", Quick), train);
        Refuses("expected a key, or spikes as targets, [numSteps, classes], as EncodeRateTargets adds",
            () => context.MulticlassClassification.Trainers.SpikingNetwork("Values", "Spikes", Quick), train);
        IDataView silent = context.Transforms.Spikes.EncodeRateTargets("Targets", "Label",
            new() { NumSteps = 20, CorrectRate = 0 }).Fit(train).Transform(train);
        Refuses("Column 'Targets' has equal targets at all steps and for all classes at row 0", Multiclass, silent);
    }

    private static IDataView Rates(MLContext context, int count, int seed, RateTargetEncodingOptions? options = null)
    {
        IDataView features = Features(context, count, seed);
        return context.Transforms.Spikes.EncodeRateTargets("Targets", "Label",
            options ?? new() { NumSteps = 20, CorrectRate = 0.8, IncorrectRate = 0.2 }).Fit(features).Transform(features);
    }

    private static IDataView Latencies(MLContext context, int count, int seed)
    {
        IDataView features = Features(context, count, seed);
        return context.Transforms.Spikes.EncodeLatencyTargets("Targets", "Label", new()
        {
            Latency = new() { NumSteps = 20, Normalize = true, Linear = true },
        }).Fit(features).Transform(features);
    }

    private static IDataView Features(MLContext context, int count, int seed)
    {
        IDataView rows = Training.Features.Rows(context, count, seed);
        return context.Transforms.Conversion.MapValueToKey("Label", nameof(Training.Features.Kind),
                keyOrdinality: ValueToKeyMappingEstimator.KeyOrdinality.ByValue)
            .Append(context.Transforms.Spikes.EncodeReceptiveFields("Spikes", nameof(Training.Features.Values), new()
            {
                NumSteps = 20,
            })).Fit(rows).Transform(rows);
    }
}
