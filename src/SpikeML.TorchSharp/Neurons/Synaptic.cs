using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>
/// The leaky integrate-and-fire neuron with a synaptic current (snnTorch's <c>Synaptic</c>): synapse[t] = alpha synapse[t-1] +
/// input[t], membrane[t] = beta membrane[t-1] + synapse[t] - reset.
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
    /// <exception cref="ArgumentOutOfRangeException">A decay is outside [0, 1], or the threshold is not finite.</exception>
    public Synaptic(NeuronConstant alpha, NeuronConstant beta, NeuronConstant? threshold = null, Surrogate? surrogate = null,
        ResetMechanism reset = ResetMechanism.Subtract, bool learnAlpha = false, bool learnBeta = false,
        bool learnThreshold = false)
        : base(nameof(Synaptic), threshold, surrogate, reset, learnThreshold)
    {
        NeuronCheck.Decay(alpha, nameof(alpha));
        NeuronCheck.Decay(beta, nameof(beta));
        Register("alpha", alpha, learnAlpha);
        Register("beta", beta, learnBeta);
    }

    /// <summary>The synaptic current's decay: a single value or one per neuron, a trainable parameter if it is learned.</summary>
    public Tensor Alpha => Value("alpha");

    /// <summary>The membrane's decay: a single value or one per neuron, a trainable parameter if it is learned.</summary>
    public Tensor Beta => Value("beta");

    /// <summary>Runs one step.</summary>
    /// <param name="input">The input current, [batch, ...].</param>
    /// <param name="synapse">The synaptic current after the previous step, with the same shape, or null for zeros.</param>
    /// <param name="membrane">The membrane after the previous step, with the same shape, or null for zeros.</param>
    /// <returns>
    /// The spikes, 0 or 1, the new synaptic current and the new membrane, all with the shape of the input. Pass the current and
    /// the membrane to the next step.
    /// </returns>
    public (Tensor Spikes, Tensor Synapse, Tensor Membrane) Step(Tensor input, Tensor? synapse = null, Tensor? membrane = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        Tensor[] next = Advance(input, InitialState(input, synapse, membrane));
        return (Fire(next[1]), next[0], next[1]);
    }

    private protected override int StateCount => 2;

    private protected override Tensor[] Advance(Tensor input, Tensor[] state)
    {
        Tensor synapse = (Decay("alpha") * state[0]).Plus(input);
        return [synapse, ResetFrom((Decay("beta") * state[1]).Plus(synapse), state[1])];
    }
}
