using SpikeML.Torch.Tests.Fixtures;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Neurons;

/// <summary>
/// Recurrent synaptic neurons, inhibition, graded spikes and the reset without delay, against snnTorch's equations written out.
/// </summary>
public class SnnTorchWalkTests
{
    private static readonly Surrogate Surrogate = Surrogate.FastSigmoid(5);

    public static TheoryData<NeuronKind, ResetMechanism, string> Cases =>
    [
        .. from kind in new[] { NeuronKind.Leaky, NeuronKind.Synaptic, NeuronKind.RLeaky, NeuronKind.RSynaptic }
           from reset in Enum.GetValues<ResetMechanism>()
           from firing in new[] { "plain", "graded", "inhibition", "at once", "graded at once", "inhibition at once" }
           // At once and with inhibition, snnTorch's reset to zero doubles the membranes of neurons that may not fire.
           where (reset, firing) != (ResetMechanism.Zero, "inhibition at once")
           select new TheoryDataRow<NeuronKind, ResetMechanism, string>(kind, reset, firing),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Neurons_spike_and_learn_as_the_equations_say(NeuronKind kind, ResetMechanism reset, string firing)
    {
        using DisposeScope scope = NewDisposeScope();
        using Generator generator = new(6);
        FiringOptions options = new()
        {
            Inhibition = firing.Contains("inhibition", StringComparison.Ordinal),
            ResetDelay = !firing.Contains("at once", StringComparison.Ordinal),
            GradedSpikesFactor = firing.Contains("graded", StringComparison.Ordinal) ? 0.6 : 1,
        };
        Tensor input = (rand([60, 3, 5], generator: generator) * 0.7 - 0.1).requires_grad_(),
            weights = randn([60, 3, 5], generator: generator);
        using SpikingNeuron neurons = Make(kind, reset, options);
        SnnTorchWalk walk = new()
        {
            Kind = kind,
            Surrogate = Surrogate,
            Reset = reset,
            Inhibition = options.Inhibition,
            ResetDelay = options.ResetDelay,
            Alpha = tensor(0.5f),
            Beta = tensor(0.7f),
            Threshold = tensor(0.9f),
            Factor = tensor(options.GradedSpikesFactor.Values[0]),
            Feedback = kind is NeuronKind.RLeaky or NeuronKind.RSynaptic ? spikes => spikes * -0.4 : null,
        };

        SpikeRecording actual = neurons.call(input);
        (actual.Spikes * weights + actual.Membrane).sum().backward();
        Tensor gradient = input.grad!.clone();
        input.grad!.zero_();
        (Tensor spikes, Tensor membranes) = walk.Run(input);
        (spikes * weights + membranes).sum().backward();

        NeuronFixture.AssertClose(spikes.detach(), actual.Spikes.detach(), tolerance: 0);
        NeuronFixture.AssertClose(membranes.detach(), actual.Membrane.detach());
        NeuronFixture.AssertClose(input.grad!, gradient);
        Assert.InRange(spikes.ne(0).sum().item<long>(), 10, 890);
    }

    [Theory]
    [InlineData(NeuronKind.RLeaky)]
    [InlineData(NeuronKind.RSynaptic)]
    public void Feedback_to_the_entire_layer_learns_as_the_equations_say(NeuronKind kind)
    {
        using DisposeScope scope = NewDisposeScope();
        using Generator generator = new(7);
        using Linear linear = nn.Linear(5, 5);
        using (no_grad())
        {
            linear.weight.copy_(randn([5, 5], generator: generator) * 0.3);
            linear.bias!.copy_(rand([5], generator: generator) - 0.5);
        }
        Tensor input = (rand([40, 3, 5], generator: generator) * 0.7 - 0.1), weights = randn([40, 3, 5], generator: generator);
        using SpikingNeuron neurons = kind == NeuronKind.RLeaky ? new RLeaky(0.7, linear, 0.9, Surrogate)
            : new RSynaptic(0.5, 0.7, linear, 0.9, Surrogate);
        SnnTorchWalk walk = new()
        {
            Kind = kind,
            Surrogate = Surrogate,
            Alpha = tensor(0.5f),
            Beta = tensor(0.7f),
            Threshold = tensor(0.9f),
            Feedback = spikes => matmul(spikes, linear.weight.t()) + linear.bias!,
        };

        SpikeRecording actual = neurons.call(input);
        (actual.Spikes * weights).sum().backward();
        (Tensor weight, Tensor bias) = (linear.weight.grad!.clone(), linear.bias!.grad!.clone());
        linear.zero_grad();
        (Tensor spikes, _) = walk.Run(input);
        (spikes * weights).sum().backward();

        NeuronFixture.AssertClose(spikes.detach(), actual.Spikes.detach(), tolerance: 0);
        NeuronFixture.AssertClose(linear.weight.grad!, weight, tolerance: 5e-5);
        NeuronFixture.AssertClose(linear.bias!.grad!, bias, tolerance: 5e-5);
        Assert.Equal(["threshold", "beta"], neurons.state_dict().Keys.Where(key => !key.Contains('.') && key != "alpha"));
        Assert.Contains("recurrent.weight", neurons.state_dict().Keys);
    }

    [Fact]
    public void Recurrent_neurons_in_a_module_have_each_parameter_once()
    {
        using DisposeScope scope = NewDisposeScope();
        using Holder holder = new(new RLeaky(0.9, nn.Linear(5, 5)), new RSynaptic(0.9, 0.8, nn.Linear(5, 5)));
        Assert.Equal(["first.recurrent.weight", "first.recurrent.bias", "second.recurrent.weight", "second.recurrent.bias"],
            holder.named_parameters().Select(parameter => parameter.name));
    }

    [Fact]
    public void A_learned_value_of_spikes_gets_the_gradient_of_the_spikes()
    {
        using DisposeScope scope = NewDisposeScope();
        using Leaky neurons = new(0.5, firing: new() { GradedSpikesFactor = 3, LearnGradedSpikesFactor = true });
        Tensor spikes = neurons.call(ones(4, 1, 2) * 1.2).Spikes;
        spikes.sum().backward();
        // Membranes: 1.2, 0.8, 1.6, 1.0 (not above), each of two neurons.
        Assert.Equal([3, 3, 0, 0, 3, 3, 0, 0], spikes.data<float>().ToArray());
        Assert.Equal(4f, neurons.get_parameter("graded_spikes_factor")!.grad!.item<float>());
    }

    [Fact]
    public void A_reset_at_once_shows_in_the_membrane_of_the_same_step()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor input = ones(3, 1, 1) * 1.5;
        float[] Membranes(ResetMechanism reset)
        {
            using Leaky neurons = new(0.5, reset: reset, firing: new() { ResetDelay = false });
            return neurons.call(input).Membrane.data<float>().ToArray();
        }
        Assert.Equal([0.5f, 0.75f, 0.875f], Membranes(ResetMechanism.Subtract));
        Assert.Equal([0, 0, 0f], Membranes(ResetMechanism.Zero));
        Assert.Equal([1.5f, 2.25f, 2.625f], Membranes(ResetMechanism.None));
    }

    [Fact]
    public void Alpha_neurons_refuse_a_reset_at_once()
    {
        FiringOptions firing = new() { ResetDelay = false };
        Assert.Throws<ArgumentOutOfRangeException>(nameof(FiringOptions.ResetDelay), () => new Alpha(0.9, 0.8, firing: firing));
        Assert.Throws<ArgumentOutOfRangeException>(nameof(FiringOptions.ResetDelay),
            () => NeuronModel.Alpha(0.9, 0.8, firing: firing));
    }

    private sealed class Holder : nn.Module
    {
        public Holder(SpikingNeuron first, SpikingNeuron second)
            : base(nameof(Holder))
        {
            register_module("first", first);
            register_module("second", second);
        }
    }

    private static SpikingNeuron Make(NeuronKind kind, ResetMechanism reset, FiringOptions firing) => kind switch
    {
        NeuronKind.Leaky => new Leaky(0.7, 0.9, Surrogate, reset, firing: firing),
        NeuronKind.Synaptic => new Synaptic(0.5, 0.7, 0.9, Surrogate, reset, firing: firing),
        NeuronKind.RLeaky => new RLeaky(0.7, weight: -0.4, 0.9, Surrogate, reset, firing: firing),
        _ => new RSynaptic(0.5, 0.7, weight: -0.4, 0.9, Surrogate, reset, firing: firing),
    };
}
