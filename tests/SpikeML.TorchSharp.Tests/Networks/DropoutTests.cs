using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Networks;

public class DropoutTests
{
    private static readonly SpikingLayer[] Layers = [SpikingLayer.Dense(50), SpikingLayer.Dropout(0.3)];

    [Fact]
    public void Dropout_leaves_out_a_share_of_the_spikes_in_training_and_keeps_their_sum()
    {
        using DisposeScope scope = NewDisposeScope();
        using SpikingNetworkModule module = Network();
        Tensor spikes = ones(100, 20, 50);
        float[] kept = module.RunLayer(1, spikes).Recording.Spikes.data<float>().ToArray();
        Assert.Equal([0, 1 / 0.7f], kept.Distinct().Order());
        // Five standard deviations of 100,000 draws.
        Assert.Equal(0.3, kept.Count(value => value == 0) / 1e5, 0.0073);
        Assert.NotEqual(kept, module.RunLayer(1, spikes).Recording.Spikes.data<float>().ToArray());
    }

    [Fact]
    public void Dropout_does_nothing_without_gradients_or_outside_training()
    {
        using DisposeScope scope = NewDisposeScope();
        using SpikingNetworkModule module = Network();
        Tensor spikes = ones(10, 2, 50);
        using (no_grad())
            Assert.True(spikes.Equals(module.RunLayer(1, spikes).Recording.Spikes));
        module.eval();
        Assert.True(spikes.Equals(module.RunLayer(1, spikes).Recording.Spikes));
        Assert.Equal([SpikingLayerKind.Dense, SpikingLayerKind.Dense],
            TrainedNetwork.Of(module, [9]).Layers.Select(layer => layer.Geometry.Layer.Kind));
    }

    [Fact]
    public void Dropout_leaves_torchs_global_generator_alone()
    {
        using DisposeScope scope = NewDisposeScope();
        using SpikingNetworkModule module = Network();
        manual_seed(3);
        Tensor expected = rand(4);
        manual_seed(3);
        module.RunLayer(1, ones(10, 2, 50));
        Assert.True(expected.Equals(rand(4)));
    }

    private static SpikingNetworkModule Network() =>
        new(LayerGeometry.Stack([9], Layers, 3)!.Value, new(), ResetMechanism.Subtract, new Generator(2));
}
