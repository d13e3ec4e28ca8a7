using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>
/// Leaky neurons without a reset, with the weights of their inputs (snnTorch's <c>LeakyParallel</c>). Their membranes are those
/// of torch's RNN with a rectifier, so they are never negative: U[t] = max(0, W x[t] + b + V U[t - 1]).
/// </summary>
/// <remarks>
/// The input of a step is [batch, inputs], and spikes and membranes are [batch, neurons]. V is diagonal, the decay of each
/// neuron, or with <c>allToAll</c> a full matrix. The weights have the names of snnTorch's state dictionary:
/// <c>rnn.weight_ih_l0</c>, <c>rnn.weight_hh_l0</c>, <c>rnn.bias_ih_l0</c> and <c>rnn.bias_hh_l0</c>. Without a reset, a neuron
/// fires at every step at which its membrane is above the threshold.
/// </remarks>
public sealed class LeakyParallel : SpikingNeuron
{
    private const string InputName = "weight_ih_l0", StateName = "weight_hh_l0",
        InputBias = "bias_ih_l0", StateBias = "bias_hh_l0";

    private readonly int _inputs, _neurons;
    private readonly bool _isDiagonal, _hasBias;
    private readonly RnnWeights _rnn;

    /// <param name="inputs">The number of inputs, at least 1.</param>
    /// <param name="neurons">The number of neurons, at least 1.</param>
    /// <param name="beta">
    /// The decays from one step to the next, 0 to 1, a single value or one per neuron, or null to draw them as torch's RNN draws
    /// its weights. With <paramref name="allToAll"/>, each is a row of the matrix, as in snnTorch.
    /// </param>
    /// <param name="threshold">
    /// The membrane above which a neuron fires, a single value or one per neuron, or null for 1, as in snnTorch.
    /// </param>
    /// <param name="surrogate">The surrogate gradient, or null for the arctangent with alpha 2.</param>
    /// <param name="bias">Whether there are biases.</param>
    /// <param name="learnBeta">Whether the decays, or the full matrix, are a trainable parameter.</param>
    /// <param name="learnThreshold">Whether the threshold is a trainable parameter.</param>
    /// <param name="allToAll">
    /// Whether each membrane depends on all membranes of the previous step (snnTorch's <c>weight_hh_enable</c>).
    /// </param>
    /// <param name="firing">What happens when a neuron fires, or null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A number is below 1, a decay is outside its range, the number of decays is not that of the neurons, or the threshold is
    /// not finite.
    /// </exception>
    public LeakyParallel(int inputs, int neurons, NeuronConstant? beta = null, NeuronConstant? threshold = null,
        Surrogate? surrogate = null, bool bias = true, bool learnBeta = false, bool learnThreshold = false, bool allToAll = false,
        FiringOptions? firing = null)
        : base(nameof(LeakyParallel), threshold, surrogate, ResetMechanism.None, learnThreshold, firing)
    {
        OptionCheck.AtLeast(1, inputs, nameof(inputs));
        OptionCheck.AtLeast(1, neurons, nameof(neurons));
        if (beta is not null)
        {
            NeuronCheck.Decay(beta, nameof(beta));
            OptionCheck.Require(beta.Values.Count == 1 || beta.Values.Count == neurons, beta, nameof(beta),
                $"beta must be one number, or one for each of the {neurons} neurons.");
        }
        (_inputs, _neurons, _isDiagonal, _hasBias) = (inputs, neurons, !allToAll, bias);
        _rnn = new(inputs, neurons, bias);
        register_module("rnn", _rnn);
        using IDisposable noGradients = no_grad();
        using DisposeScope scope = NewDisposeScope();
        Tensor state = _rnn[StateName];
        if (beta is not null)
            state.copy_(beta.ToTensor().flatten().expand(neurons).view(-1, 1).expand(neurons, neurons));
        if (_isDiagonal)
            state.mul_(eye(neurons));
        state.requires_grad = learnBeta;
    }

    /// <summary>Runs one step.</summary>
    /// <param name="input">The input, [batch, inputs].</param>
    /// <param name="membrane">The membrane after the previous step, [batch, neurons], or null for zeros.</param>
    /// <returns>The spikes and the new membrane, [batch, neurons]. Pass the latter to the next step.</returns>
    /// <exception cref="ArgumentException">The input has another number of inputs.</exception>
    public (Tensor Spikes, Tensor Membrane) Step(Tensor input, Tensor? membrane = null)
    {
        (Tensor spikes, Tensor[] state) = StepOnce(input, membrane);
        return (spikes, state[0]);
    }

    /// <summary>Zeros for each row and neuron.</summary>
    protected override Tensor ZeroState(Tensor input) =>
        zeros([NeuronCheck.Rows(input, _inputs), _neurons], input.dtype, input.device);

    /// <summary>Advances the state by one step.</summary>
    protected override Tensor[] Advance(Tensor input, Tensor[] state)
    {
        _ = NeuronCheck.Rows(input, _inputs);
        return [Next(Weighted(input), state[0])];
    }

    /// <summary>Inputs are weighted for all steps at once, and all steps fire at once: no spike changes a membrane.</summary>
    private protected override (SpikeRecording Recording, Tensor[] State) Walk(Tensor input, Tensor[]? state)
    {
        Tensor membrane = InitialState(input[0], state ?? [])[0];
        List<Tensor> membranes = [];
        foreach (Tensor current in Weighted(input).unbind(0))
        {
            membrane = Next(current, membrane);
            membrane = StateQuantization?.Quantize(membrane) ?? membrane;
            membranes.Add(membrane);
        }
        Tensor all = stack(membranes), spikes = Fire(all.flatten(0, 1)).view_as(all);
        return (new(GradedSpikesFactor is Tensor factor ? spikes * factor : spikes, all), [membrane]);
    }

    private Tensor Weighted(Tensor input) => nn.functional.linear(input, _rnn[InputName],
        _hasBias ? _rnn[InputBias].Plus(_rnn[StateBias]) : null);

    private Tensor Next(Tensor current, Tensor membrane)
    {
        Tensor weights = _rnn[StateName];
        return current.Plus(_isDiagonal ? membrane * weights.diagonal() : membrane.matmul(weights.t())).relu();
    }

    /// <summary>The parameters under the names of torch's RNN, drawn as it draws them.</summary>
    private sealed class RnnWeights : nn.Module
    {
        public RnnWeights(int inputs, int neurons, bool bias)
            : base(nameof(RnnWeights))
        {
            double bound = 1 / Math.Sqrt(neurons);
            (string, long[])[] shapes = [(InputName, [neurons, inputs]), (StateName, [neurons, neurons]),
                .. bias ? new (string, long[])[] { (InputBias, [neurons]), (StateBias, [neurons]) } : []];
            foreach ((string name, long[] shape) in shapes)
                register_parameter(name, new Parameter(empty(shape).uniform_(-bound, bound)));
        }

        public Tensor this[string name] => get_parameter(name)!;
    }
}
