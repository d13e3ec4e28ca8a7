using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Torch.Tests.Training;

/// <summary>The defaults learn, from whatever seed. benchmarks/SpikeML.TrainingBenchmarks tries fifty.</summary>
public class LearningTests
{
    private static readonly SpikingNetworkOptions Quick = new() { Epochs = 8 };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Fit_learns_latencies_with_its_defaults(int seed)
    {
        MLContext context = new(seed);
        ITransformer model = Features.Latency(context).Append(context.BinaryClassification.Trainers.SpikingNetwork(
            nameof(Features.IsHigh), "Spikes", Quick)).Fit(Features.Rows(context, 800, seed));
        Assert.InRange(context.BinaryClassification.Evaluate(model.Transform(Features.Rows(context, 400, seed + 100)),
            nameof(Features.IsHigh)).Accuracy, 0.85, 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Fit_learns_numbers_from_latencies_with_its_defaults(int seed)
    {
        MLContext context = new(seed);
        ITransformer model = Features.Latency(context).Append(context.Regression.Trainers.SpikingNetwork(
            nameof(Features.Product), "Spikes", Quick)).Fit(Features.Rows(context, 800, seed));
        Assert.InRange(context.Regression.Evaluate(model.Transform(Features.Rows(context, 400, seed + 100)),
            nameof(Features.Product)).RSquared, 0.7, 1);
    }

    public static TheoryData<SpikingNetworkOptions> Networks =>
    [
        Quick with { Layers = [.. Enumerable.Repeat(SpikingLayer.Dense(48), 4)] },
        Quick with { Layers = [], LearningRate = 0.01 },
        Quick with { BatchSize = 4, Epochs = 3 },
        Quick with { LearnBeta = true, LearnThreshold = true, Threshold = 3, Beta = 0.8 },
        Quick with { Reset = ResetMechanism.Zero, Loss = SpikingLoss.MaxMembraneCrossEntropy },
    ];

    [Theory]
    [MemberData(nameof(Networks))]
    public void Fit_learns_latencies_with_other_networks(SpikingNetworkOptions options)
    {
        MLContext context = new(seed: 1);
        ITransformer model = Features.Latency(context).Append(context.BinaryClassification.Trainers.SpikingNetwork(
            nameof(Features.IsHigh), "Spikes", options)).Fit(Features.Rows(context, 800, seed: 1));
        Assert.InRange(context.BinaryClassification.Evaluate(model.Transform(Features.Rows(context, 400, seed: 101)),
            nameof(Features.IsHigh)).Accuracy, 0.8, 1);
    }

    [Fact]
    public void Fit_trains_on_a_single_row()
    {
        MLContext context = new(seed: 1);
        ITransformer model = Features.Latency(context).Append(context.Regression.Trainers.SpikingNetwork(
            nameof(Features.Product), "Spikes", new() { Epochs = 1 })).Fit(Features.Rows(context, 1, seed: 1));
        Assert.All(model.Transform(Features.Rows(context, 5, seed: 2)).GetColumn<float>("Score"), score =>
            Assert.True(float.IsFinite(score)));
    }
}
