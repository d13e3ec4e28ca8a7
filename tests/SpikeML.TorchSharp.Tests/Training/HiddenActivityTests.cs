using Microsoft.ML;

namespace SpikeML.Torch.Tests.Training;

/// <summary>Costs of hidden spikes reach the hidden layers: their rates move.</summary>
public class HiddenActivityTests
{
    private static readonly SpikingNetworkOptions Quick = new()
    {
        Layers = [SpikingLayer.Dense(32), SpikingLayer.Dense(24)],
        Epochs = 8,
        BatchSize = 32,
        LearningRate = 5e-3,
        LearningRateDecay = 1,
        Seed = 1,
    };

    [Fact]
    public void Regularization_of_spikes_lowers_the_rates_of_all_hidden_layers()
    {
        (double[] before, _) = RatesOf(Quick);
        (double[] after, SpikingEpoch last) = RatesOf(Quick with { SpikeRegularization = 2e-3 });
        Assert.True(after[0] < 0.7 * before[0] && after[1] < 0.7 * before[1], Text(before, after));
        Assert.InRange(last.Accuracy, 0.8, 1);
    }

    [Fact]
    public void MaximumHiddenRate_brings_the_layers_down_to_it()
    {
        (double[] before, _) = RatesOf(Quick);
        (double[] after, _) = RatesOf(Quick with { MaximumHiddenRate = 0.03 });
        Assert.All(before, rate => Assert.InRange(rate, 0.06, 1));
        Assert.All(after, rate => Assert.InRange(rate, 0.005, 0.045));
    }

    [Fact]
    public void MinimumHiddenRate_makes_silent_layers_fire()
    {
        SpikingNetworkOptions silent = Quick with { FirstWeights = SpikingFirstWeights.Uniform, Threshold = 3 };
        (double[] before, _) = RatesOf(silent);
        (double[] after, _) = RatesOf(silent with { MinimumHiddenRate = 0.05 });
        Assert.True(after[0] > before[0] + 0.02 && after[1] > before[1] + 0.02, Text(before, after));
    }

    /// <summary>The costs change the updates, but not the figures.</summary>
    [Fact]
    public void The_reported_loss_leaves_the_costs_out()
    {
        SpikingNetworkOptions one = Quick with { Epochs = 1, BatchSize = 400 };
        Assert.Equal(RatesOf(one).Last.Loss, RatesOf(one with { SpikeRegularization = 1 }).Last.Loss);
    }

    public static TheoryData<string, SpikingNetworkOptions> BadOptions => new()
    {
        { nameof(SpikingNetworkOptions.SpikeRegularization), new() { SpikeRegularization = -1 } },
        { nameof(SpikingNetworkOptions.SpikeRegularization), new() { SpikeRegularization = 1, Layers = [] } },
        { nameof(SpikingNetworkOptions.MaximumHiddenRate), new() { MaximumHiddenRate = 1.1 } },
        { nameof(SpikingNetworkOptions.MaximumHiddenRate), new() { MaximumHiddenRate = 0.1, Layers = [] } },
        { nameof(SpikingNetworkOptions.MinimumHiddenRate), new() { MinimumHiddenRate = 0.2, MaximumHiddenRate = 0.1 } },
        { nameof(SpikingNetworkOptions.MinimumHiddenRate), new() { MinimumHiddenRate = 0.2, Layers = [] } },
        { nameof(SpikingNetworkOptions.RateRegularization), new() { RateRegularization = 0 } },
    };

    [Theory]
    [MemberData(nameof(BadOptions))]
    public void SpikingNetwork_refuses_bounds_out_of_range_by_name(string name, SpikingNetworkOptions options) =>
        Assert.Throws<ArgumentOutOfRangeException>(name,
            () => new MLContext().BinaryClassification.Trainers.SpikingNetwork(options: options));

    /// <summary>The mean rate of each hidden layer after training, and the last epoch.</summary>
    private static (double[] Rates, SpikingEpoch Last) RatesOf(SpikingNetworkOptions options)
    {
        MLContext context = new(seed: 1);
        IDataView rows = Features.Rows(context, 400, seed: 1);
        IDataView spikes = context.Transforms.Spikes.EncodeReceptiveFields("Spikes", nameof(Features.Values),
            new() { NumSteps = 20 }).Fit(rows).Transform(rows);
        SpikingNetworkTransformer model = context.BinaryClassification.Trainers.SpikingNetwork(nameof(Features.IsHigh), "Spikes",
            options).Fit(spikes);
        IReadOnlyList<SpikeTrain>[] layers = [.. spikes.GetSpikeTrains("Spikes").Take(50).Select(model.GetLayerSpikes)];
        return ([.. Enumerable.Range(0, options.Layers.Count).Select(layer => layers.Average(
            trains => (double)trains[layer].Count / trains[layer].NumSteps / trains[layer].NeuronCount))], model.History[^1]);
    }

    private static string Text(double[] before, double[] after) => $"{string.Join(", ", before)} and {string.Join(", ", after)}";
}
