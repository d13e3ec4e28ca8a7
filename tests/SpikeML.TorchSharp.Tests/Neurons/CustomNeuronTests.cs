using SpikeML.Torch.Tests.Fixtures;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Neurons;

/// <summary>Surrogates and neurons of a user's own.</summary>
public class CustomNeuronTests
{
    [Fact]
    public void A_surrogate_with_the_formula_of_ours_gives_the_same_gradient()
    {
        using DisposeScope scope = NewDisposeScope();
        using Generator generator = new(2);
        Surrogate own = new(x => (x.abs() * 25 + 1).square().reciprocal());
        Assert.Equal(SurrogateShape.Custom, own.Shape);
        Tensor Gradient(Surrogate surrogate)
        {
            using Leaky neurons = new(0.9, surrogate: surrogate);
            Tensor input = (rand([30, 2, 4], generator: new Generator(3)) * 0.5).requires_grad_();
            (neurons.call(input).Spikes * linspace(-1, 1, 30).view(-1, 1, 1)).sum().backward();
            return input.grad!;
        }
        Tensor expected = Gradient(Surrogate.FastSigmoid(25));
        NeuronFixture.AssertClose(expected, Gradient(own));
        Assert.NotEqual(0, expected.abs().sum().item<float>());
    }

    [Fact]
    public void A_surrogates_derivative_of_another_shape_is_refused()
    {
        var error = Assert.Throws<ArgumentException>("derivative", () => new Surrogate(x => x.sum()));
        Assert.Contains("[2, 3]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Surrogates_are_equal_if_they_have_the_same_delegate()
    {
        Func<Tensor, Tensor> derivative = x => x.square();
        Assert.Equal(new Surrogate(derivative), new Surrogate(derivative));
        Assert.NotEqual(new Surrogate(derivative), new Surrogate(x => x.square()));
        Assert.NotEqual(new Surrogate(derivative), Surrogate.StraightThrough);
    }

    [Fact]
    public void A_neuron_of_ones_own_runs_learns_and_goes_on_from_a_state()
    {
        using DisposeScope scope = NewDisposeScope();
        using Adaptive neurons = new(decay: 0.5, jump: 2, threshold: 0.5);
        Tensor input = ones(5, 1, 1);
        SpikeRecording whole = neurons.call(input);
        // The bound rises by 2 with each spike and halves at each step: 0, 1, 0.5, 0.25, 1.125.
        Assert.Equal([1, 0, 0, 1, 0], whole.Spikes.data<float>().ToArray());
        whole.Membrane.sum().backward();
        Assert.NotEqual(0, neurons.get_parameter("jump")!.grad!.item<float>());

        (SpikeRecording first, NeuronState state) = neurons.Run(input.narrow(0, 0, 2));
        (SpikeRecording second, _) = neurons.Run(input.narrow(0, 2, 3), state);
        Assert.True(whole.Membrane.Equals(cat([first.Membrane, second.Membrane])));
        Assert.Equal(2, state.Tensors.Count);
    }

    /// <summary>Fires where the current is above a bound that rises with each spike: a neuron that adapts.</summary>
    private sealed class Adaptive : SpikingNeuron
    {
        public Adaptive(NeuronConstant decay, NeuronConstant jump, NeuronConstant threshold)
            : base(nameof(Adaptive), threshold, Surrogate.FastSigmoid(5), ResetMechanism.None)
        {
            RegisterConstant("decay", decay, learned: false);
            RegisterConstant("jump", jump, learned: true);
        }

        protected override int StateCount => 2;

        protected override Tensor[] Advance(Tensor input, Tensor[] state)
        {
            Tensor bound = Decay("decay") * (state[0] + Constant("jump") * Fired(state[1]));
            return [bound, input - bound];
        }
    }
}
