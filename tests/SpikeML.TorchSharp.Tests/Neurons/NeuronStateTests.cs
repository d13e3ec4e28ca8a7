using SpikeML.Torch.Tests.Fixtures;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Neurons;

public class NeuronStateTests
{
    public static TheoryData<string, Func<SpikingNeuron>> Neurons => new()
    {
        { "fused", () => new Leaky(0.9, 0.8) },
        { "fused, zero", () => new Leaky(0.9, 0.8, reset: ResetMechanism.Zero) },
        { "fused, none", () => new Leaky(0.9, 0.8, reset: ResetMechanism.None) },
        { "negative threshold", () => new Leaky(0.9, -0.1) },
        { "learned", () => new Leaky(0.9, 0.8, learnBeta: true) },
        { "synaptic", () => new Synaptic(0.7, 0.8) },
        { "alpha", () => new Alpha(0.9, 0.8, 0.2) },
        { "lapicque", () => Lapicque.FromBeta(0.9, threshold: 0.1) },
        { "recurrent", () => new RLeaky(0.9, weight: -0.3, threshold: 0.8) },
    };

    [Theory]
    [MemberData(nameof(Neurons))]
    public void Run_in_parts_gives_what_the_whole_gives_forward_and_backward(string name, Func<SpikingNeuron> make)
    {
        Assert.NotEmpty(name);
        using DisposeScope scope = NewDisposeScope();
        using Generator generator = new(3);
        using SpikingNeuron neurons = make();
        Tensor input = (rand([20, 3, 6], generator: generator) * 0.9f - 0.2f).requires_grad_(),
            weights = randn([20, 3, 6], generator: generator);

        SpikeRecording whole = neurons.call(input);
        (whole.Spikes * weights + whole.Membrane).sum().backward();
        Tensor gradient = input.grad!.clone();
        input.grad!.zero_();
        List<SpikeRecording> parts = [];
        NeuronState? state = null;
        foreach ((int start, int length) in new[] { (0, 7), (7, 1), (8, 12) })
        {
            (SpikeRecording part, state) = neurons.Run(input.narrow(0, start, length), state);
            parts.Add(part);
        }
        Tensor spikes = cat([.. parts.Select(part => part.Spikes)]), membranes = cat([.. parts.Select(part => part.Membrane)]);
        (spikes * weights + membranes).sum().backward();

        Assert.True(whole.Spikes.Equals(spikes));
        Assert.True(whole.Membrane.Equals(membranes));
        Assert.InRange(spikes.sum().item<float>(), 1, spikes.numel() - 1);
        Assert.True(state!.Tensors[^1].Equals(membranes[-1]));
        NeuronFixture.AssertClose(gradient, input.grad!);
    }

    [Fact]
    public void Detach_stops_the_gradients_between_two_parts()
    {
        using DisposeScope scope = NewDisposeScope();
        using Leaky neurons = new(0.5, 10);
        Tensor input = ones([4, 1, 2]).requires_grad_();
        (_, NeuronState state) = neurons.Run(input.narrow(0, 0, 2));
        (SpikeRecording last, _) = neurons.Run(input.narrow(0, 2, 2), state.Detach());
        last.Membrane[-1].sum().backward();
        // The membrane is input[3] + input[2] / 2 + ...
        Assert.Equal([0, 0, 0, 0, 0.5f, 0.5f, 1, 1], input.grad!.data<float>().ToArray());
        Assert.Equal([1.875f, 1.875f], last.Membrane[-1].data<float>().ToArray());
    }

    [Fact]
    public void Run_refuses_the_state_of_other_neurons()
    {
        using DisposeScope scope = NewDisposeScope();
        using Synaptic neurons = new(0.5, 0.5);
        void Refuses(string message, NeuronState state) => Assert.Contains(message,
            Assert.Throws<ArgumentException>(nameof(state), () => neurons.Run(zeros([5, 2, 4]), state)).Message,
            StringComparison.Ordinal);

        Refuses("has 1 tensor, but that of Synaptic has 2", new NeuronState(zeros([2, 4])));
        Refuses("has the shape [2, 3], but that of these neurons and rows has [2, 4]",
            new NeuronState(zeros([2, 4]), zeros([2, 3])));
    }

    [Fact]
    public void A_network_run_in_parts_gives_what_the_whole_gives()
    {
        using DisposeScope scope = NewDisposeScope();
        using Generator generator = new(3);
        SpikingNetworkOptions options = new() { Layers = [SpikingLayer.Dense(9), SpikingLayer.Dense(8)], Threshold = 0.2 };
        using SpikingNetworkModule network = new(LayerGeometry.Stack([6], options.Layers, 3)!.Value, options,
            ResetMechanism.Subtract, generator);
        Tensor input = rand([12, 4, 6], generator: generator).gt(0.5).to(ScalarType.Float32);
        (SpikeRecording first, var states) = network.Run(input.narrow(0, 0, 5));
        (SpikeRecording second, _) = network.Run(input.narrow(0, 5, 7), states);
        SpikeRecording whole = network.call(input);
        NeuronFixture.AssertClose(whole.Membrane.detach(), cat([first.Membrane, second.Membrane]).detach());
        Assert.True(whole.Spikes.Equals(cat([first.Spikes, second.Spikes])));
        Assert.NotEqual(0, whole.Spikes.sum().item<float>());
    }
}
