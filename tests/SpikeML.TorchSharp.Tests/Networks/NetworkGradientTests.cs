using SpikeML.Torch.Tests.Fixtures;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Networks;

public class NetworkGradientTests
{
    [Fact]
    public void The_modules_gradients_are_those_of_snnTorchs_loop_over_the_steps()
    {
        using DisposeScope scope = NewDisposeScope();
        using Generator generator = new(2);
        SpikingNetworkOptions options = new() { Layers = [SpikingLayer.Dense(40)] };
        using SpikingNetworkModule module = new(LayerGeometry.Stack([30], options.Layers, 5)!.Value, options,
            ResetMechanism.Subtract, generator);
        Tensor input = rand([25, 16, 30], generator: generator).lt(0.2).to(ScalarType.Float32) * 2;
        Tensor targets = arange(16, dtype: ScalarType.Int64) % 5;

        SpikeLoss.CrossEntropyCount(module.call(input).Spikes, targets).backward();
        Tensor[] actual = [.. module.parameters().Select(parameter => parameter.grad!.clone())];
        module.zero_grad();
        SpikeLoss.CrossEntropyCount(Loop(module, input), targets).backward();

        foreach ((Tensor gradient, Tensor expected) in actual.Zip(module.parameters().Select(parameter => parameter.grad!)))
            NeuronFixture.AssertClose(expected / expected.abs().max(), gradient / expected.abs().max());
    }

    private static Tensor Loop(SpikingNetworkModule module, Tensor input)
    {
        List<Tensor> output = [];
        Tensor? hidden = null, last = null;
        foreach (Tensor step in input.unbind(0))
        {
            (Tensor spikes, hidden) = ((Leaky)module.Neurons(0)).Step(matmul(step, module.Weight(0)) + module.Bias(0), hidden);
            (spikes, last) = ((Leaky)module.Neurons(1)).Step(matmul(spikes, module.Weight(1)) + module.Bias(1), last);
            output.Add(spikes);
        }
        return stack(output);
    }
}
