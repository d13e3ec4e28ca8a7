using SpikeML.Torch.Tests.Fixtures;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Neurons;

public class DeltaLeakyTests
{
    [Fact]
    public void Neurons_spike_and_learn_as_snnTorchs_equations_say()
    {
        using DisposeScope scope = NewDisposeScope();
        using Generator generator = new(6);
        Surrogate surrogate = Surrogate.FastSigmoid(5);
        Tensor input = (randn([60, 3, 5], generator: generator) * 0.5).requires_grad_(),
            weights = randn([60, 3, 5], generator: generator);
        using DeltaLeaky neurons = new(0.8, 0.4, surrogate);
        SpikeRecording actual = neurons.call(input);
        (actual.Spikes * weights + actual.Membrane).sum().backward();
        Tensor gradient = input.grad!.clone();
        input.grad!.zero_();

        Tensor membrane = zeros(3, 5);
        List<Tensor> spikes = [], membranes = [];
        for (int step = 0; step < 60; step++)
        {
            Tensor next = 0.8f * membrane + input[step];
            spikes.Add(surrogate.Spike((next - membrane).abs() - 0.4f));
            membranes.Add(membrane = next);
        }
        (stack(spikes) * weights + stack(membranes)).sum().backward();

        NeuronFixture.AssertClose(stack(spikes).detach(), actual.Spikes.detach(), tolerance: 0);
        NeuronFixture.AssertClose(stack(membranes).detach(), actual.Membrane.detach());
        NeuronFixture.AssertClose(input.grad!, gradient);
        Assert.InRange(stack(spikes).sum().item<float>(), 100, 800);
    }

    [Fact]
    public void Run_in_parts_gives_what_it_gives_as_a_whole()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor input = linspace(-2, 2, 24).view(12, 1, 2).sin();
        using DeltaLeaky neurons = new(0.7, 0.3);
        (SpikeRecording first, NeuronState state) = neurons.Run(input[..5]);
        SpikeRecording second = neurons.Run(input[5..], state).Recording;
        SpikeRecording whole = neurons.call(input);
        NeuronFixture.AssertClose(whole.Spikes, cat([first.Spikes, second.Spikes]), tolerance: 0);
        NeuronFixture.AssertClose(whole.Membrane, cat([first.Membrane, second.Membrane]), tolerance: 0);
        Assert.Equal(0.3f, new DeltaLeaky(0.5, 0.3, learnThreshold: true).get_parameter("threshold")!.item<float>());
    }
}
