using SpikeML.Torch.Tests.Inference;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Networks;

public class PoolingTests
{
    public static TheoryData<string, int[], SpikingLayer[]> Networks => new()
    {
        { "after a convolution", [7, 6],
            [SpikingLayer.Convolution(3, 3, 1), SpikingLayer.AveragePooling(), SpikingLayer.Dense(5)] },
        { "largest", [2, 7, 6], [SpikingLayer.Convolution(3, 3, 1), SpikingLayer.MaxPooling(), SpikingLayer.Dense(5)] },
        { "of the input", [7, 6], [SpikingLayer.AveragePooling(), SpikingLayer.Convolution(3, 3, 1)] },
        { "largest of the input", [2, 6, 7], [SpikingLayer.MaxPooling(3), SpikingLayer.Dense(5)] },
        { "twice", [9, 9], [SpikingLayer.MaxPooling(2), SpikingLayer.AveragePooling(2), SpikingLayer.Convolution(4, 3, 1)] },
        { "of negative spikes", [6, 6],
            [SpikingLayer.Convolution(3, 1, 1, NeuronModel.Leaky(0.95, new[] { -10f, 0.01f, 0.01f },
                reset: ResetMechanism.None, firing: new() { GradedSpikesFactor = -0.5 })),
                SpikingLayer.MaxPooling(2)] },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void Pooled_spikes_are_those_of_the_trained_modules_layers(string name, int[] shape, SpikingLayer[] layers)
    {
        Assert.NotEmpty(name);
        using DisposeScope scope = NewDisposeScope();
        using Generator generator = new(4);
        using SpikingNetworkModule module = new(LayerGeometry.Stack([.. shape], layers, 3)!.Value, new() { Threshold = 0.2 },
            ResetMechanism.Subtract, generator);
        Tensor input = rand([12, 1, .. shape.Select(size => (long)size)], generator: generator).gt(0.4).to(ScalarType.Float32);
        TrainedNetwork network = InferenceTests.RoundTrip(TrainedNetwork.Of(module, [.. shape]));
        SpikeTrain train = SpikeTrain.FromDense(input.data<float>().ToArray(), 12, shape);
        IReadOnlyList<SpikeTrain> actual = LayerSpikes.Of(network, train);
        IReadOnlyList<SpikeTrain> given = LayerSpikes.Of(GivenWeights.ToNetwork([.. shape], GivenWeights.Of(network)),
            train);
        Tensor spikes = input;
        for (int layer = 0; layer < actual.Count; layer++)
        {
            spikes = module.RunLayer(layer, spikes).Recording.Spikes;
            float[] expected = spikes.detach().contiguous().data<float>().ToArray();
            Assert.Equal(spikes.shape.Skip(2), actual[layer].Shape.Select(size => (long)size));
            Assert.Equal(expected, actual[layer].ToDense());
            Assert.Equal(expected, given[layer].ToDense());
            Assert.True(layer == actual.Count - 1 || expected.Any(value => value != 0));
        }
    }

    [Fact]
    public void Pooling_takes_the_mean_or_the_largest_of_each_window()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor image = tensor(new float[] { 1, 0, 0, 0, 1, 1, 0, 1, 9, 9 }, 1, 1, 2, 5);
        float[] Pooled(SpikingLayer layer)
        {
            using Generator generator = new(1);
            using SpikingNetworkModule module = new(LayerGeometry.Stack([2, 5], [layer], 2)!.Value, new(),
                ResetMechanism.Subtract, generator);
            return module.RunLayer(0, image).Recording.Spikes.data<float>().ToArray();
        }
        // [1 0 0 0 1] above [1 0 1 9 9]: the fifth column fills no window.
        image[0, 0, 1, 0] = 1;
        image[0, 0, 1, 1] = 0;
        image[0, 0, 1, 2] = 1;
        image[0, 0, 1, 3] = 9;
        Assert.Equal([0.5f, 2.5f], Pooled(SpikingLayer.AveragePooling()));
        Assert.Equal([1, 9f], Pooled(SpikingLayer.MaxPooling()));
    }
}
