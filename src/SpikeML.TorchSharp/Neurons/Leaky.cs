using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>
/// The leaky integrate-and-fire neuron (snnTorch's <c>Leaky</c>): membrane[t] = beta membrane[t-1] + input[t] - reset, with a
/// spike if the membrane is above the threshold. The state is the membrane.
/// </summary>
public sealed class Leaky : SpikingNeuron
{
    private readonly bool _isFixed;

    /// <param name="beta">The membrane's decay from one step to the next, 0 to 1, a single value or one per neuron.</param>
    /// <param name="threshold">
    /// The membrane above which the neuron fires, a single value or one per neuron, or null for 1.
    /// </param>
    /// <param name="surrogate">The surrogate gradient, or null for the arctangent with alpha 2.</param>
    /// <param name="reset">How a spike resets the membrane.</param>
    /// <param name="learnBeta">Whether the decay is a trainable parameter; it is clamped to [0, 1] in use.</param>
    /// <param name="learnThreshold">Whether the threshold is a trainable parameter.</param>
    /// <param name="firing">What happens when a neuron fires, or null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">The decay is outside [0, 1], or the threshold is not finite.</exception>
    public Leaky(NeuronConstant beta, NeuronConstant? threshold = null, Surrogate? surrogate = null,
        ResetMechanism reset = ResetMechanism.Subtract, bool learnBeta = false, bool learnThreshold = false,
        FiringOptions? firing = null)
        : base(nameof(Leaky), threshold, surrogate, reset, learnThreshold, firing)
    {
        NeuronCheck.Decay(beta, nameof(beta));
        RegisterConstant(NeuronNames.Beta, beta, learnBeta);
        _isFixed = !learnBeta && !learnThreshold && Beta.numel() == 1 && Threshold.numel() == 1 && !Inhibition && ResetDelay
            && StateQuantization is null;
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
        (Tensor spikes, Tensor[] state) = StepOnce(input, membrane);
        return (spikes, state[0]);
    }

    /// <summary>
    /// With constants that all neurons share and that are not learned, all steps are one fused pass on the CPU, and a script on a
    /// GPU. Both start from zero state; another state only changes the first current.
    /// </summary>
    private protected override (SpikeRecording Recording, Tensor[] State) Walk(Tensor input, Tensor[]? state)
    {
        bool isFused = FusedLeaky.Fits(input, Surrogate);
        if (!_isFixed || !(isFused || ScriptedLeaky.Fits(input)))
            return base.Walk(input, state);
        LeakyConstants constants = FixedConstants();
        // With a threshold below 0, the pass takes it that neurons at zero have fired before.
        if (state is not null && constants.Threshold < 0)
            return base.Walk(input, state);
        if (state is not null)
            input = cat([Advance(input[0], state)[0].unsqueeze(0), input.narrow(0, 1, input.size(0) - 1)]);
        SpikeRecording recording = isFused ? FusedLeaky.Run(input, constants) : ScriptedLeaky.Run(input, constants);
        if (GradedSpikesFactor is Tensor factor)
            recording = recording with { Spikes = recording.Spikes * factor };
        return (recording, [recording.Membrane[-1]]);
    }

    /// <summary>
    /// The constants with which <see cref="EventLayers"/> can run these neurons behind weights, or null if it cannot.
    /// </summary>
    internal LeakyConstants? ConstantsBehind(Tensor weights) =>
        _isFixed && GradedSpikesFactor is null && FusedLeaky.Fits(weights, Surrogate) ? FixedConstants() : null;

    private LeakyConstants FixedConstants() =>
        new((float)Beta.ToNumber(), (float)Threshold.ToNumber(), Reset, Surrogate);

    /// <summary>Advances the state by one step.</summary>
    /// <remarks>Here, reset to zero comes before the decay, so the input counts in full; other models zero the sum.</remarks>
    protected override Tensor[] Advance(Tensor input, Tensor[] state)
    {
        Tensor membrane = state[0];
        return Reset == ResetMechanism.Zero
            ? [(Decay(NeuronNames.Beta) * (Spared(membrane) * membrane)).Plus(input)]
            : [ResetFrom((Decay(NeuronNames.Beta) * membrane).Plus(input), membrane)];
    }
}
