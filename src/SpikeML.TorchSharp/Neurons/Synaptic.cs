using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>
/// The leaky integrate-and-fire neuron with a synaptic current (snnTorch's <c>Synaptic</c>): synapse[t] = alpha synapse[t-1] +
/// input[t], membrane[t] = beta membrane[t-1] + synapse[t] - reset. The state is the synaptic current and the membrane.
/// </summary>
public sealed class Synaptic : SpikingNeuron
{
    /// <param name="alpha">
    /// The synaptic current's decay from one step to the next, 0 to 1, a single value or one per neuron.
    /// </param>
    /// <param name="beta">The membrane's decay, 0 to 1, a single value or one per neuron.</param>
    /// <param name="threshold">
    /// The membrane above which the neuron fires, a single value or one per neuron, or null for 1.
    /// </param>
    /// <param name="surrogate">The surrogate gradient, or null for the arctangent with alpha 2.</param>
    /// <param name="reset">How a spike resets the membrane; the synaptic current is never reset.</param>
    /// <param name="learnAlpha">
    /// Whether the decay of the synaptic current is a trainable parameter; it is clamped to [0, 1] in use.
    /// </param>
    /// <param name="learnBeta">
    /// Whether the decay of the membrane is a trainable parameter; it is clamped to [0, 1] in use.
    /// </param>
    /// <param name="learnThreshold">Whether the threshold is a trainable parameter.</param>
    /// <param name="firing">What happens when a neuron fires, or null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">A decay is outside [0, 1], or the threshold is not finite.</exception>
    public Synaptic(NeuronConstant alpha, NeuronConstant beta, NeuronConstant? threshold = null, Surrogate? surrogate = null,
        ResetMechanism reset = ResetMechanism.Subtract, bool learnAlpha = false, bool learnBeta = false,
        bool learnThreshold = false, FiringOptions? firing = null)
        : base(nameof(Synaptic), threshold, surrogate, reset, learnThreshold, firing)
    {
        NeuronCheck.Decay(alpha, nameof(alpha));
        NeuronCheck.Decay(beta, nameof(beta));
        RegisterConstant(NeuronNames.Alpha, alpha, learnAlpha);
        RegisterConstant(NeuronNames.Beta, beta, learnBeta);
    }

    /// <summary>The synaptic current's decay: a single value or one per neuron, a trainable parameter if it is learned.</summary>
    public Tensor Alpha => Constant(NeuronNames.Alpha);

    /// <summary>The membrane's decay: a single value or one per neuron, a trainable parameter if it is learned.</summary>
    public Tensor Beta => Constant(NeuronNames.Beta);

    /// <summary>Runs one step.</summary>
    /// <param name="input">The input current, [batch, ...].</param>
    /// <param name="synapse">The synaptic current after the previous step, with the same shape, or null for zeros.</param>
    /// <param name="membrane">The membrane after the previous step, with the same shape, or null for zeros.</param>
    /// <returns>
    /// The spikes, the new synaptic current and the new membrane, all with the shape of the input. Pass the current and
    /// the membrane to the next step.
    /// </returns>
    public (Tensor Spikes, Tensor Synapse, Tensor Membrane) Step(Tensor input, Tensor? synapse = null, Tensor? membrane = null)
    {
        (Tensor spikes, Tensor[] state) = StepOnce(input, synapse, membrane);
        return (spikes, state[0], state[1]);
    }

    /// <summary>The number of tensors in the state.</summary>
    protected override int StateCount => 2;

    /// <summary>Advances the state by one step.</summary>
    protected override Tensor[] Advance(Tensor input, Tensor[] state)
    {
        Tensor synapse = (Decay(NeuronNames.Alpha) * state[0]).Plus(input);
        return [synapse, ResetFrom((Decay(NeuronNames.Beta) * state[1]).Plus(synapse), state[1])];
    }
}
