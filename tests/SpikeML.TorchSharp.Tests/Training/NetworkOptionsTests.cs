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

    [Fact]
    public void SpikingNetwork_refuses_layers_with_a_null_in_them()
    {
        MLContext context = new(seed: 1);
        foreach (SpikingLayer[]? layers in new SpikingLayer[]?[] { null, [SpikingLayer.Dense(2), null!] })
            Assert.Throws<ArgumentOutOfRangeException>(nameof(SpikingNetworkOptions.Layers), () =>
                context.MulticlassClassification.Trainers.SpikingNetwork(options: new() { Layers = layers! }));
    }
}
