using Microsoft.ML;

namespace SpikeML.Torch.Tests.Training;

public class NetworkOptionsTests
{
    [Fact]
    public void Options_are_equal_when_their_layers_are()
    {
        Assert.Equal(new SpikingNetworkOptions(), new SpikingNetworkOptions());
        Assert.Equal(new SpikingNetworkOptions().GetHashCode(), new SpikingNetworkOptions().GetHashCode());
        SpikingNetworkOptions dense = new() { Layers = [SpikingLayer.Dense(7), SpikingLayer.Dense(5)] };
        Assert.Equal(dense, new() { Layers = new List<SpikingLayer> { SpikingLayer.Dense(7), SpikingLayer.Dense(5) } });
        Assert.NotEqual(dense, new() { Layers = [SpikingLayer.Dense(5), SpikingLayer.Dense(7)] });
        Assert.NotEqual(dense, new() { Layers = [SpikingLayer.Dense(7)] });
        Assert.Equal(dense, dense with { Epochs = dense.Epochs });
        Assert.Contains("[dense 7, dense 5]", $"{dense}", StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_uses_the_layers_that_were_validated_when_the_array_changes_afterwards()
    {
        MLContext context = new(seed: 1);
        SpikingLayer[] layers = [SpikingLayer.Dense(8)];
        var pipeline = Digits.Pipeline(context, Digits.Quick with { Layers = layers, Epochs = 1 });
        layers[0] = null!;
        Assert.Single(pipeline.Fit(Digits.Train(context)).LastTransformer.History);
    }

    public static TheoryData<SpikingLayer, string> TooLarge => new()
    {
        { SpikingLayer.Dense(2_000_000_000), "Layer 1 (dense 2000000000) would have 6,000,000,000 weights" },
        { SpikingLayer.Dense(50_000, NeuronModel.RLeaky(0.9)), "would have 2,500,000,000 weights and 50,000 neurons" },
    };

    [Theory]
    [MemberData(nameof(TooLarge))]
    public void Fit_refuses_layers_that_no_array_can_hold(SpikingLayer layer, string message)
    {
        MLContext context = new(seed: 1);
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => Features.Latency(context)
            .Append(context.BinaryClassification.Trainers.SpikingNetwork(nameof(Features.IsHigh), "Spikes",
                new() { Layers = [layer] })).Fit(Features.Rows(context, 10, seed: 1))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 0, false)]
    [InlineData(1, 0.2, true)]
    [InlineData(5, 0.2, false)]
    public void SpikingNetwork_refuses_neurons_whose_levels_are_not_above_the_threshold(double threshold, double upperLimit,
        bool fires)
    {
        NeuronModel model = NeuronModel.Leaky(0.9, threshold, firing: new()
        {
            StateQuantization = StateQuantization.Uniform(4, upperLimit: upperLimit),
        });
        void Make(NeuronModel neurons) => new MLContext().MulticlassClassification.Trainers.SpikingNetwork(options: new()
        {
            Layers = [SpikingLayer.Dense(3, neurons)],
        });
        if (fires)
            Make(model);
        else
            Assert.Contains("has neurons that never fire, because their states have 16 levels", Assert.Throws<
                ArgumentOutOfRangeException>("Layers", () => Make(model)).Message, StringComparison.Ordinal);
        Make(NeuronModel.Leaky(0.9, threshold, learnThreshold: true, firing: model.Firing));
    }

    [Fact]
    public void SpikingNetwork_refuses_layers_with_a_null_in_them()
    {
        MLContext context = new(seed: 1);
        foreach (SpikingLayer[]? layers in new SpikingLayer[]?[] { null, [SpikingLayer.Dense(2), null!] })
            Assert.Throws<ArgumentOutOfRangeException>(nameof(SpikingNetworkOptions.Layers), () =>
                context.MulticlassClassification.Trainers.SpikingNetwork(options: new() { Layers = layers! }));
    }
}
