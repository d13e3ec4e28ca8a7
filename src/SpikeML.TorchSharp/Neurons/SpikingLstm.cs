using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>
/// A long short-term memory whose cells fire (snnTorch's <c>SLSTM</c>). The state is the cell state, which snnTorch calls the
/// synaptic current, and the output of the LSTM, which is the membrane: a cell fires if it is above the threshold.
/// </summary>
/// <remarks>
/// The input of a step is [batch, inputs], and spikes and state are [batch, neurons]. The weights are those of torch's
/// <c>LSTMCell</c>, with the names of snnTorch's state dictionary: <c>lstm_cell.weight_ih</c>, <c>lstm_cell.weight_hh</c>,
/// <c>lstm_cell.bias_ih</c> and <c>lstm_cell.bias_hh</c>. snnTorch 0.9.4 forgets the state at every step if the numbers of inputs
/// and neurons differ; here, it is always kept. A membrane lies between -1 and 1, so the threshold should be below 1.
/// </remarks>
public sealed class SpikingLstm : SpikingNeuron
{
    private readonly int _inputs, _neurons;
    private readonly LSTMCell _cell;

    /// <param name="inputs">The number of inputs, at least 1.</param>
    /// <param name="neurons">The number of neurons, at least 1.</param>
    /// <param name="threshold">
    /// The membrane above which a neuron fires, a single value or one per neuron, or null for 1, as in snnTorch.
    /// </param>
    /// <param name="surrogate">The surrogate gradient, or null for the arctangent with alpha 2.</param>
    /// <param name="reset">How a spike resets the membrane; the cell state is never reset.</param>
    /// <param name="bias">Whether the gates have biases.</param>
    /// <param name="learnThreshold">Whether the threshold is a trainable parameter.</param>
    /// <param name="firing">What happens when a neuron fires, or null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1, or the threshold is not finite.</exception>
    public SpikingLstm(int inputs, int neurons, NeuronConstant? threshold = null, Surrogate? surrogate = null,
        ResetMechanism reset = ResetMechanism.None, bool bias = true, bool learnThreshold = false, FiringOptions? firing = null)
        : base(nameof(SpikingLstm), threshold, surrogate, reset, learnThreshold, firing)
    {
        OptionCheck.AtLeast(1, inputs, nameof(inputs));
        OptionCheck.AtLeast(1, neurons, nameof(neurons));
        (_inputs, _neurons) = (inputs, neurons);
        _cell = nn.LSTMCell(inputs, neurons, bias);
        register_module("lstm_cell", _cell);
    }

    /// <summary>Runs one step.</summary>
    /// <param name="input">The input, [batch, inputs].</param>
    /// <param name="cell">The cell state after the previous step, [batch, neurons], or null for zeros.</param>
    /// <param name="membrane">The membrane after the previous step, [batch, neurons], or null for zeros.</param>
    /// <returns>
    /// The spikes, the new cell state and the new membrane, [batch, neurons]. Pass the last two to the next step.
    /// </returns>
    /// <exception cref="ArgumentException">The input has another number of inputs.</exception>
    public (Tensor Spikes, Tensor Cell, Tensor Membrane) Step(Tensor input, Tensor? cell = null, Tensor? membrane = null)
    {
        (Tensor spikes, Tensor[] state) = StepOnce(input, cell, membrane);
        return (spikes, state[0], state[1]);
    }

    /// <summary>The number of tensors in the state.</summary>
    protected override int StateCount => 2;

    /// <summary>Zeros for each row and neuron.</summary>
    protected override Tensor ZeroState(Tensor input) =>
        zeros([NeuronCheck.Rows(input, _inputs), _neurons], input.dtype, input.device);

    /// <summary>Advances the state by one step.</summary>
    protected override Tensor[] Advance(Tensor input, Tensor[] state)
    {
        _ = NeuronCheck.Rows(input, _inputs);
        (Tensor membrane, Tensor cell) = _cell.call(input, (state[1], state[0]));
        return [cell, ResetFrom(membrane, state[1])];
    }
}
