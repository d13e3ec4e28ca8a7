using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>
/// The recurrent leaky neuron (snnTorch's <c>RLeaky</c>): membrane[t] = beta membrane[t-1] + input[t] + recurrent(spikes[t-1]) -
/// reset. The state is the spikes and the membrane.
/// </summary>
public sealed class RLeaky : SpikingNeuron
{
    // Not a field of a module: where these neurons become a submodule, TorchSharp would register it a second time.
    private readonly Func<Tensor, Tensor>? _recurrent;

    /// <summary>Creates neurons that each feed back only to themselves, with one weight.</summary>
    /// <param name="beta">The membrane's decay from one step to the next, 0 to 1, a single value or one per neuron.</param>
    /// <param name="weight">
    /// The weight of a neuron's own previous spike (snnTorch's <c>V</c>), a single value or one per neuron, or null for 1.
    /// </param>
    /// <param name="threshold">
    /// The membrane above which the neuron fires, a single value or one per neuron, or null for 1.
    /// </param>
    /// <param name="surrogate">The surrogate gradient, or null for the arctangent with alpha 2.</param>
    /// <param name="reset">How a spike resets the membrane.</param>
    /// <param name="learnBeta">Whether the decay is a trainable parameter; it is clamped to [0, 1] in use.</param>
    /// <param name="learnThreshold">Whether the threshold is a trainable parameter.</param>
    /// <param name="learnRecurrent">Whether the weight is a trainable parameter.</param>
    /// <param name="firing">What happens when a neuron fires, or null for the defaults.</param>
    public RLeaky(NeuronConstant beta, NeuronConstant? weight = null, NeuronConstant? threshold = null,
        Surrogate? surrogate = null, ResetMechanism reset = ResetMechanism.Subtract, bool learnBeta = false,
        bool learnThreshold = false, bool learnRecurrent = true, FiringOptions? firing = null)
        : this(beta, threshold, surrogate, reset, learnBeta, learnThreshold, firing)
    {
        weight ??= 1;
        NeuronCheck.Finite(weight, nameof(weight));
        RegisterConstant(NeuronNames.Feedback, weight, learnRecurrent);
    }

    /// <summary>
    /// Creates neurons that feed back to their entire layer through a <c>Linear</c> or a <c>Conv2d</c> that keeps the shape.
    /// </summary>
    /// <param name="beta">The membrane's decay from one step to the next, 0 to 1, a single value or one per neuron.</param>
    /// <param name="recurrent">
    /// The map from the layer's spikes to its input currents. It becomes a submodule, including its parameters.
    /// </param>
    /// <param name="threshold">
    /// The membrane above which the neuron fires, a single value or one per neuron, or null for 1.
    /// </param>
    /// <param name="surrogate">The surrogate gradient, or null for the arctangent with alpha 2.</param>
    /// <param name="reset">How a spike resets the membrane.</param>
    /// <param name="learnBeta">Whether the decay is a trainable parameter; it is clamped to [0, 1] in use.</param>
    /// <param name="learnThreshold">Whether the threshold is a trainable parameter.</param>
    /// <param name="firing">What happens when a neuron fires, or null for the defaults.</param>
    public RLeaky(NeuronConstant beta, nn.Module<Tensor, Tensor> recurrent, NeuronConstant? threshold = null,
        Surrogate? surrogate = null, ResetMechanism reset = ResetMechanism.Subtract, bool learnBeta = false,
        bool learnThreshold = false, FiringOptions? firing = null)
        : this(beta, threshold, surrogate, reset, learnBeta, learnThreshold, firing)
    {
        ArgumentNullException.ThrowIfNull(recurrent);
        _recurrent = recurrent.call;
        register_module(NeuronNames.Recurrent, recurrent);
    }

    private RLeaky(NeuronConstant beta, NeuronConstant? threshold, Surrogate? surrogate, ResetMechanism reset, bool learnBeta,
        bool learnThreshold, FiringOptions? firing)
        : base(nameof(RLeaky), threshold, surrogate, reset, learnThreshold, firing)
    {
        NeuronCheck.Decay(beta, nameof(beta));
        RegisterConstant(NeuronNames.Beta, beta, learnBeta);
    }

    /// <summary>The decay: a single value or one per neuron, a trainable parameter if it is learned.</summary>
    public Tensor Beta => Constant(NeuronNames.Beta);

    /// <summary>Runs one step.</summary>
    /// <param name="input">The input current, [batch, ...].</param>
    /// <param name="spikes">The spikes of the previous step, with the same shape, or null for zeros.</param>
    /// <param name="membrane">The membrane after the previous step, with the same shape, or null for zeros.</param>
    /// <returns>The spikes and the new membrane, both with the shape of the input. Pass both to the next step.</returns>
    public (Tensor Spikes, Tensor Membrane) Step(Tensor input, Tensor? spikes = null, Tensor? membrane = null)
    {
        (Tensor fired, Tensor[] state) = StepOnce(input, spikes, membrane);
        return (fired, state[1]);
    }

    /// <summary>The number of tensors in the state.</summary>
    protected override int StateCount => 2;

    /// <summary>Advances the state by one step.</summary>
    protected override Tensor[] Advance(Tensor input, Tensor[] state)
    {
        (Tensor spikes, Tensor membrane) = (state[0], state[1]);
        Tensor feedback = _recurrent is null ? spikes * Constant(NeuronNames.Feedback) : _recurrent(spikes);
        return [spikes, ResetFrom((Decay(NeuronNames.Beta) * membrane).Plus(input).Plus(feedback), membrane)];
    }

    /// <summary>Puts the spikes into the state.</summary>
    protected override Tensor[] AfterSpikes(Tensor[] state, Tensor spikes) => [spikes, state[1]];
}
