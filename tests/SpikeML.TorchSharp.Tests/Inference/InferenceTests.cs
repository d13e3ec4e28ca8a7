using System.Collections.Immutable;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Inference;

/// <summary>Spike by spike, a network must do what torch does with whole tensors.</summary>
public class InferenceTests
{
    public static TheoryData<string, int[], SpikingLayer[]> Networks => new()
    {
        { "dense", [13], [SpikingLayer.Dense(21)] },
        { "no hidden layer", [5], [] },
        { "two dense", [4, 3], [SpikingLayer.Dense(9), SpikingLayer.Dense(7)] },
        { "convolution of an image", [9, 7], [SpikingLayer.Convolution(5, 3, 2), SpikingLayer.Dense(8)] },
        { "two convolutions of channels", [3, 8, 6], [SpikingLayer.Convolution(4, 3, 1), SpikingLayer.Convolution(6, 5, 2)] },
        { "convolution after dense channels", [2, 5, 5], [SpikingLayer.Convolution(3, 1, 3), SpikingLayer.Dense(4)] },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void Predictions_are_those_of_the_trained_module(string name, int[] shape, SpikingLayer[] layers)
    {
        Assert.NotEmpty(name);
        using DisposeScope scope = NewDisposeScope();
        SpikingNetworkOptions options = new() { Threshold = 0.3, Reset = ResetMechanism.Zero };
        ImmutableArray<LayerGeometry> geometry = LayerGeometry.Stack([.. shape], layers, outputs: 3)!.Value;
        using Generator generator = new(4);
        using SpikingNetworkModule module = new(geometry, options, ResetMechanism.Subtract, generator);
        Tensor input = rand([12, 1, .. shape.Select(size => (long)size)], generator: generator).gt(0.7)
            .to(ScalarType.Float32) * 1.5f;

        TrainedNetwork network = TrainedNetwork.Of(module, [.. shape]);
        NetworkRun run = new(RoundTrip(network));
        SpikeRecording expected = module.call(input);
        float[] spikes = input.contiguous().data<float>().ToArray();
        int neurons = spikes.Length / 12;
        for (int step = 0; step < 12; step++)
        {
            run.BeginStep();
            for (int neuron = 0; neuron < neurons; neuron++)
            {
                if (spikes[step * neurons + neuron] != 0)
                    run.Receive(neuron, spikes[step * neurons + neuron]);
            }
            run.EndStep();
            float[] membranes = expected.Membrane[step].detach().contiguous().data<float>().ToArray();
            for (int output = 0; output < 3; output++)
                Assert.Equal(membranes[output], run.Membranes[output], 1e-4);
        }
        Assert.True(expected.Membrane.abs().max().item<float>() > 0.1);
    }

    [Fact]
    public void Layer_spikes_are_those_of_the_trained_modules_layers()
    {
        using DisposeScope scope = NewDisposeScope();
        SpikingNetworkOptions options = new() { Threshold = 0.2 };
        ImmutableArray<LayerGeometry> geometry = LayerGeometry.Stack([6, 5],
            [SpikingLayer.Convolution(4, 3, 2), SpikingLayer.Dense(7)], outputs: 3)!.Value;
        using Generator generator = new(4);
        using SpikingNetworkModule module = new(geometry, options, ResetMechanism.Subtract, generator);
        Tensor input = rand([12, 1, 6, 5], generator: generator).gt(0.5).to(ScalarType.Float32);

        SpikeTrain train = SpikeTrain.FromDense(input.data<float>().ToArray(), 12, 6, 5);
        IReadOnlyList<SpikeTrain> layers = LayerSpikes.Of(TrainedNetwork.Of(module, [6, 5]), train);

        Tensor currents = nn.functional.conv2d(input.view(12, 1, 6, 5), module.Weight(0), module.Bias(0), [2, 2], [1, 1]);
        Tensor first = module.Neurons(0).call(currents.unsqueeze(1)).Spikes;
        Tensor second = module.Neurons(1).call(matmul(first.view(12, 1, -1), module.Weight(1)) + module.Bias(1)).Spikes;
        Tensor[] expected = [first, second, module.call(input).Spikes];
        for (int layer = 0; layer < 3; layer++)
        {
            Assert.Equal(geometry[layer].Output, layers[layer].Shape);
            Assert.NotEmpty(layers[layer]);
            Assert.Equal(expected[layer].detach().contiguous().data<float>().ToArray(), layers[layer].ToDense());
        }
    }

    internal static TrainedNetwork RoundTrip(TrainedNetwork network)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        network.Save(writer);
        writer.Flush();
        stream.Position = 0;
        using BinaryReader reader = new(stream);
        return TrainedNetwork.Load(reader);
    }
}
