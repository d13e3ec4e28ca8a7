using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>
/// The neuron with a synaptic current (snnTorch's <c>Synaptic</c>): synapse[t] = alpha synapse[t-1] + input[t],
/// membrane[t] = beta membrane[t-1] + synapse[t] - reset.
/// </summary>
public sealed class Synaptic : SpikingNeuron
{
    /// <param name="alpha">The synaptic current's decay from one step to the next, 0 to 1, one or one for each neuron.</param>
    /// <param name="beta">The membrane's decay, 0 to 1, one or one for each neuron.</param>
    /// <param name="threshold">The membrane above which the neuron fires, one or one for each neuron; null: 1.</param>
    /// <param name="surrogate">The surrogate gradient; null: the arctangent with alpha 2.</param>
    /// <param name="reset">What a spike does to the membrane; the synaptic current goes on in any case.</param>
    /// <param name="learnAlpha">Whether the current's decay is a parameter; it is clamped to [0, 1] in use.</param>
    /// <param name="learnBeta">Whether the membrane's decay is a parameter; it is clamped to [0, 1] in use.</param>
    /// <param name="learnThreshold">Whether the threshold is a parameter.</param>
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

    /// <summary>The synaptic current's decay: one number or one for each neuron, a parameter if it is learned.</summary>
    public Tensor Alpha => Value("alpha");

    /// <summary>The membrane's decay: one number or one for each neuron, a parameter if it is learned.</summary>
    public Tensor Beta => Value("beta");

    /// <summary>One step.</summary>
    /// <param name="input">The input current, [batch, ...].</param>
    /// <param name="synapse">The synaptic current after the last step, of the same shape; null: zeros.</param>
    /// <param name="membrane">The membrane after the last step, of the same shape; null: zeros.</param>
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
