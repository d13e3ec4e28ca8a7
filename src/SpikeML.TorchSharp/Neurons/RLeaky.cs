using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>
/// The recurrent leaky neuron (snnTorch's <c>RLeaky</c>): membrane[t] = beta membrane[t-1] + input[t] + recurrent(spikes[t-1]) -
/// reset.
/// </summary>
public sealed class RLeaky : SpikingNeuron
{
    private readonly Linear? _recurrent;

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
    public RLeaky(NeuronConstant beta, NeuronConstant? weight = null, NeuronConstant? threshold = null,
        Surrogate? surrogate = null,
        ResetMechanism reset = ResetMechanism.Subtract, bool learnBeta = false, bool learnThreshold = false,
        bool learnRecurrent = true)
        : this(beta, threshold, surrogate, reset, learnBeta, learnThreshold)
    {
        weight ??= 1;
        NeuronCheck.Finite(weight, nameof(weight));
        Register("V", weight, learnRecurrent);
    }

    /// <summary>Creates neurons that feed back to their entire layer through a linear map.</summary>
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
    public RLeaky(NeuronConstant beta, Linear recurrent, NeuronConstant? threshold = null, Surrogate? surrogate = null,
        ResetMechanism reset = ResetMechanism.Subtract, bool learnBeta = false, bool learnThreshold = false)
        : this(beta, threshold, surrogate, reset, learnBeta, learnThreshold)
    {
        ArgumentNullException.ThrowIfNull(recurrent);
        _recurrent = recurrent;
        register_module("recurrent", recurrent);
    }

    private RLeaky(NeuronConstant beta, NeuronConstant? threshold, Surrogate? surrogate, ResetMechanism reset, bool learnBeta,
        bool learnThreshold)
        : base(nameof(RLeaky), threshold, surrogate, reset, learnThreshold)
    {
        NeuronCheck.Decay(beta, nameof(beta));
        Register("beta", beta, learnBeta);
    }

    /// <summary>The decay: a single value or one per neuron, a trainable parameter if it is learned.</summary>
    public Tensor Beta => Value("beta");

    /// <summary>Runs one step.</summary>
    /// <param name="input">The input current, [batch, ...].</param>
    /// <param name="spikes">The spikes of the previous step, with the same shape, or null for zeros.</param>
    /// <param name="membrane">The membrane after the previous step, with the same shape, or null for zeros.</param>
    /// <returns>The spikes, 0 or 1, and the new membrane, both with the shape of the input. Pass both to the next step.</returns>
    public (Tensor Spikes, Tensor Membrane) Step(Tensor input, Tensor? spikes = null, Tensor? membrane = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        Tensor next = Advance(input, InitialState(input, spikes, membrane))[1];
        return (Fire(next), next);
    }

    private protected override int StateCount => 2;

    private protected override Tensor[] Advance(Tensor input, Tensor[] state)
    {
        (Tensor spikes, Tensor membrane) = (state[0], state[1]);
        Tensor feedback = _recurrent is null ? spikes * Value("V") : _recurrent.call(spikes);
        return [spikes, ResetFrom((Decay("beta") * membrane).Plus(input).Plus(feedback), membrane)];
    }

    private protected override Tensor[] AfterSpikes(Tensor[] state, Tensor spikes) => [spikes, state[1]];
}
