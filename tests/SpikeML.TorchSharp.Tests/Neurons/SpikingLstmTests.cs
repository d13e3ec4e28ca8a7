using SpikeML.Torch.Tests.Fixtures;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Neurons;

public class SpikingLstmTests
{
    private const int Inputs = 4, Neurons = 3, Steps = 30;

    /// <summary>
    /// The gates written out, with snnTorch's reset, where the cells keep their state although inputs and neurons differ in
    /// number.
    /// </summary>
    [Theory]
    [InlineData(ResetMechanism.None)]
    [InlineData(ResetMechanism.Subtract)]
    [InlineData(ResetMechanism.Zero)]
    public void Cells_spike_and_learn_as_the_equations_say(ResetMechanism reset)
    {
        using DisposeScope scope = NewDisposeScope();
        using Generator generator = new(6);
        Surrogate surrogate = Surrogate.FastSigmoid(5);
        using SpikingLstm neurons = new(Inputs, Neurons, 0.2, surrogate, reset);
        Dictionary<string, Tensor> state = Drawn(neurons, generator);
        Tensor input = randn([Steps, 2, Inputs], generator: generator), costs = randn([Steps, 2, Neurons], generator: generator);
        SpikeRecording actual = neurons.call(input);
        (actual.Spikes * costs + actual.Membrane).sum().backward();
        Dictionary<string, Tensor> gradients = Weights(neurons)
            .ToDictionary(entry => entry.Key, entry => entry.Value.grad!.clone());
        neurons.zero_grad();

        (Tensor spikes, Tensor membranes) = Walk(input, name => state["lstm_cell." + name], surrogate, reset);
        (spikes * costs + membranes).sum().backward();

        NeuronFixture.AssertClose(spikes.detach(), actual.Spikes.detach(), tolerance: 0);
        NeuronFixture.AssertClose(membranes.detach(), actual.Membrane.detach());
        Assert.Equal(4, gradients.Count);
        foreach ((string name, Tensor gradient) in gradients)
            NeuronFixture.AssertClose(Weights(neurons)[name].grad!, gradient, tolerance: 5e-5);
        Assert.InRange(spikes.sum().item<float>(), 10, 2 * Steps * Neurons - 10);
    }

    [Fact]
    public void Run_in_parts_gives_what_it_gives_as_a_whole()
    {
        using DisposeScope scope = NewDisposeScope();
        using Generator generator = new(3);
        using SpikingLstm neurons = new(Inputs, Neurons, 0.1, firing: new() { GradedSpikesFactor = new[] { 1f, 2, 3 } });
        Drawn(neurons, generator);
        Tensor input = randn([Steps, 2, Inputs], generator: generator);
        (SpikeRecording first, NeuronState state) = neurons.Run(input[..11]);
        SpikeRecording second = neurons.Run(input[11..], state).Recording;
        (Tensor spikes, _, Tensor membrane) = neurons.Step(input[0]);
        SpikeRecording whole = neurons.call(input);
        NeuronFixture.AssertClose(whole.Spikes.detach(), cat([first.Spikes, second.Spikes]).detach(), tolerance: 0);
        NeuronFixture.AssertClose(whole.Membrane.detach(), cat([first.Membrane, second.Membrane]).detach(), tolerance: 0);
        NeuronFixture.AssertClose(whole.Spikes[0].detach(), spikes.detach(), tolerance: 0);
        NeuronFixture.AssertClose(whole.Membrane[0].detach(), membrane.detach(), tolerance: 0);
    }

    [Fact]
    public void Cells_refuse_other_numbers_of_inputs_and_other_states()
    {
        using DisposeScope scope = NewDisposeScope();
        using SpikingLstm neurons = new(Inputs, Neurons);
        Assert.Contains("must be [batch, 4], got [2, 5]",
            Assert.Throws<ArgumentException>(() => neurons.call(zeros(6, 2, 5))).Message, StringComparison.Ordinal);
        Assert.Contains("must be [batch, 4], got [2, 5]", Assert.Throws<ArgumentException>(() =>
            neurons.Step(zeros(2, 5), zeros(2, 3), zeros(2, 3))).Message, StringComparison.Ordinal);
        NeuronState other = new([zeros(2, 4), zeros(2, 4)]);
        Assert.Contains("that of these neurons and rows has [2, 3]",
            Assert.Throws<ArgumentException>(() => neurons.Run(zeros(6, 2, 4), other)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("inputs", () => new SpikingLstm(0, 3));
        Assert.Throws<ArgumentOutOfRangeException>("neurons", () => new SpikingLstm(3, 0));
    }

    private static (Tensor Spikes, Tensor Membranes) Walk(Tensor input, Func<string, Tensor> weight, Surrogate surrogate,
        ResetMechanism reset)
    {
        Tensor cell = zeros(2, Neurons), membrane = zeros(2, Neurons);
        List<Tensor> spikes = [], membranes = [];
        foreach (Tensor current in input.unbind(0))
        {
            Tensor fired = (membrane - 0.2f).detach().gt(0).to(ScalarType.Float32);
            Tensor[] gates = (matmul(current, weight("weight_ih").t()) + weight("bias_ih")
                + matmul(membrane, weight("weight_hh").t()) + weight("bias_hh")).chunk(4, 1);
            cell = gates[1].sigmoid() * cell + gates[0].sigmoid() * gates[2].tanh();
            membrane = gates[3].sigmoid() * cell.tanh();
            membrane = reset == ResetMechanism.Subtract ? membrane - fired * 0.2f
                : reset == ResetMechanism.Zero ? membrane - fired * membrane : membrane;
            spikes.Add(surrogate.Spike(membrane - 0.2f));
            membranes.Add(membrane);
        }
        return (stack(spikes), stack(membranes));
    }

    private static Dictionary<string, Tensor> Drawn(SpikingLstm neurons, Generator generator)
    {
        using IDisposable noGradients = no_grad();
        foreach (Tensor weights in Weights(neurons).Values)
            weights.copy_(randn(weights.shape, generator: generator) * 0.8);
        return Weights(neurons);
    }

    private static Dictionary<string, Tensor> Weights(SpikingLstm neurons) =>
        neurons.named_parameters().ToDictionary(named => named.name, named => (Tensor)named.parameter);
}
