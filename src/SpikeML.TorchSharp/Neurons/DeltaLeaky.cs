using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>
/// The delta neuron (snnTorch's <c>DeltaLeaky</c>): membrane[t] = beta membrane[t-1] + input[t], with a spike if the membrane has
/// changed by more than the threshold, up or down. It is never reset. The state is the membrane of the last two steps.
/// </summary>
public sealed class DeltaLeaky : SpikingNeuron
{
    /// <param name="beta">The membrane's decay from one step to the next, 0 to 1, a single value or one per neuron.</param>
    /// <param name="threshold">
    /// The change above which the neuron fires, a single value or one per neuron, or null for 1 (<c>delta_threshold</c>).
    /// </param>
    /// <param name="surrogate">The surrogate gradient, or null for the arctangent with alpha 2.</param>
    /// <param name="learnBeta">Whether the decay is a trainable parameter; it is clamped to [0, 1] in use.</param>
    /// <param name="learnThreshold">Whether the threshold is a trainable parameter.</param>
    /// <exception cref="ArgumentOutOfRangeException">The decay is outside [0, 1], or the threshold is not finite.</exception>
    public DeltaLeaky(NeuronConstant beta, NeuronConstant? threshold = null, Surrogate? surrogate = null, bool learnBeta = false,
        bool learnThreshold = false)
        : base(nameof(DeltaLeaky), threshold, surrogate, ResetMechanism.None, learnThreshold)
    {
        NeuronCheck.Decay(beta, nameof(beta));
        RegisterConstant(NeuronNames.Beta, beta, learnBeta);
    }

    /// <summary>The decay: a single value or one per neuron, a trainable parameter if it is learned.</summary>
    public Tensor Beta => Constant(NeuronNames.Beta);

    /// <summary>Runs one step.</summary>
    /// <param name="input">The input current, [batch, ...].</param>
    /// <param name="membrane">The membrane after the previous step, with the same shape, or null for zeros.</param>
    /// <returns>
    /// The spikes and the new membrane, both with the shape of the input. Pass the membrane to the next step.
    /// </returns>
    public (Tensor Spikes, Tensor Membrane) Step(Tensor input, Tensor? membrane = null)
    {
        (Tensor spikes, Tensor[] state) = StepOnce(input, null, membrane);
        return (spikes, state[1]);
    }

    /// <summary>The number of tensors in the state.</summary>
    protected override int StateCount => 2;

    /// <summary>Advances the state by one step.</summary>
    protected override Tensor[] Advance(Tensor input, Tensor[] state) =>
        [state[1], (Decay(NeuronNames.Beta) * state[1]).Plus(input)];

    /// <summary>The spikes of a change of the membrane, in either direction.</summary>
    private protected override Tensor FireFrom(Tensor[] state) => Fire(state[1].Minus(state[0]).abs());
}
