using SpikeML.Torch.Tests.Fixtures;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Neurons;

/// <summary>Beyond what is recorded from snnTorch (SnnTorchStateTests).</summary>
public class LeakyParallelTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void All_steps_at_once_give_what_steps_and_parts_give(bool allToAll)
    {
        using DisposeScope scope = NewDisposeScope();
        using Generator generator = new(4);
        FiringOptions firing = new() { GradedSpikesFactor = new[] { 1f, 2, 3, 4 }, Inhibition = true };
        using LeakyParallel neurons = new(5, 4, new[] { 0.2f, 0.9f, 0.6f, 0.5f }, 0.4, Surrogate.FastSigmoid(),
            allToAll: allToAll, firing: firing);
        // The constructor draws new weights each time, and some of them give no spike.
        using (no_grad())
        {
            foreach ((string name, TorchSharp.Modules.Parameter weights) in neurons.named_parameters())
            {
                if (name != "rnn.weight_hh_l0")
                    weights.copy_(rand(weights.shape, generator: generator) - 0.5);
            }
        }
        Tensor input = randn([12, 3, 5], generator: generator) * (allToAll ? 0.3 : 1);
        SpikeRecording all = neurons.call(input);
        (SpikeRecording first, NeuronState state) = neurons.Run(input.narrow(0, 0, 7));
        (SpikeRecording second, _) = neurons.Run(input.narrow(0, 7, 5), state);
        NeuronFixture.AssertClose(all.Spikes.detach(), cat([first.Spikes, second.Spikes]).detach(), tolerance: 0);
        NeuronFixture.AssertClose(all.Membrane.detach(), cat([first.Membrane, second.Membrane]).detach());
        Tensor? membrane = null;
        for (int step = 0; step < 12; step++)
        {
            (Tensor spikes, membrane) = neurons.Step(input[step], membrane);
            NeuronFixture.AssertClose(all.Spikes[step].detach(), spikes.detach(), tolerance: 0);
            NeuronFixture.AssertClose(all.Membrane[step].detach(), membrane.detach());
        }
        Assert.True(all.Membrane.min().item<float>() >= 0);
        // One neuron of a row fires at most, with its own value.
        Assert.True(all.Spikes.ne(0).sum(2).max().item<long>() == 1);
        Assert.True(all.Spikes.max().item<float>() > 1);
    }

    [Fact]
    public void Decays_alone_are_kept_and_learned_unless_all_neurons_are_connected()
    {
        using DisposeScope scope = NewDisposeScope();
        using LeakyParallel neurons = new(5, 4, 0.7, learnBeta: true), frozen = new(5, 4, 0.7),
            connected = new(5, 4, learnBeta: true, allToAll: true);
        Tensor input = ones(6, 2, 5);
        foreach (LeakyParallel each in new[] { neurons, connected })
            each.call(input).Membrane.sum().backward();
        Tensor Weights(LeakyParallel each) => each.state_dict()["rnn.weight_hh_l0"];
        NeuronFixture.AssertClose(eye(4) * 0.7, Weights(neurons).detach());
        Assert.Equal(0, (Weights(neurons).grad! * (1 - eye(4))).abs().sum().item<float>());
        Assert.False(Weights(frozen).requires_grad);
        Assert.NotEqual(0, (Weights(connected).detach() * (1 - eye(4))).abs().sum().item<float>());
    }

    [Fact]
    public void Numbers_and_inputs_that_do_not_fit_are_refused()
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.Throws<ArgumentOutOfRangeException>("inputs", () => new LeakyParallel(0, 3));
        Assert.Throws<ArgumentOutOfRangeException>("neurons", () => new LeakyParallel(3, 0));
        Assert.Throws<ArgumentOutOfRangeException>("beta", () => new LeakyParallel(3, 2, 1.5));
        Assert.Throws<ArgumentOutOfRangeException>("beta", () => new LeakyParallel(3, 2, new[] { 0.1f, 0.2f, 0.3f }));
        using LeakyParallel neurons = new(3, 2, threshold: new[] { 1f, 2, 3 }), plain = new(3, 2);
        Assert.Contains("threshold has the shape [3]",
            Assert.Throws<ArgumentException>(() => neurons.call(zeros(4, 1, 3))).Message, StringComparison.Ordinal);
        Assert.Contains("must be [batch, 3], got [1, 2]",
            Assert.Throws<ArgumentException>(() => plain.call(zeros(4, 1, 2))).Message, StringComparison.Ordinal);
    }
}
