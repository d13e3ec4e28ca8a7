using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>
/// The leaky integrate-and-fire neuron (snnTorch's <c>Leaky</c>): membrane[t] = beta membrane[t-1] + input[t] - reset, with a
/// spike where the membrane is above the threshold.
/// </summary>
public sealed class Leaky : SpikingNeuron
{
    private readonly bool _isFixed;

    /// <param name="beta">The membrane's decay from one step to the next, 0 to 1, one or one for each neuron.</param>
    /// <param name="threshold">The membrane above which the neuron fires, one or one for each neuron; null: 1.</param>
    /// <param name="surrogate">The surrogate gradient; null: the arctangent with alpha 2.</param>
    /// <param name="reset">What a spike does to the membrane.</param>
    /// <param name="learnBeta">Whether the decay is a parameter; it is clamped to [0, 1] in use.</param>
    /// <param name="learnThreshold">Whether the threshold is a parameter.</param>
    /// <exception cref="ArgumentOutOfRangeException">The decay is outside [0, 1], or the threshold is not finite.</exception>
    public Leaky(NeuronConstant beta, NeuronConstant? threshold = null, Surrogate? surrogate = null,
        ResetMechanism reset = ResetMechanism.Subtract, bool learnBeta = false, bool learnThreshold = false)
        : base(nameof(Leaky), threshold, surrogate, reset, learnThreshold)
    {
        NeuronCheck.Decay(beta, nameof(beta));
        Register("beta", beta, learnBeta);
        _isFixed = !learnBeta && !learnThreshold && Beta.numel() == 1 && Threshold.numel() == 1;
    }

    /// <summary>The decay: one number or one for each neuron, a parameter if it is learned.</summary>
    public Tensor Beta => Value("beta");

    /// <summary>One step.</summary>
    /// <param name="input">The input current, [batch, ...].</param>
    /// <param name="membrane">The membrane after the last step, of the same shape; null: zeros.</param>
    public (Tensor Spikes, Tensor Membrane) Step(Tensor input, Tensor? membrane = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        Tensor next = Advance(input, InitialState(input, membrane))[0];
        return (Fire(next), next);
    }

    /// <summary>
    /// Runs all steps from zero state; on the CPU, with constants that all neurons share and that are not learned, in one fused
    /// pass.
    /// </summary>
    /// <param name="input">The input currents, [numSteps, batch, ...].</param>
    public override SpikeRecording forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return _isFixed && FusedLeaky.Fits(input, Surrogate)
            ? FusedLeaky.Run(input, new((float)Beta.ToNumber(), (float)Threshold.ToNumber(), Reset, Surrogate))
            : base.forward(input);
    }

    // Reset to zero comes before the decay here, so that the new input counts in full; the other models zero the sum.
    private protected override Tensor[] Advance(Tensor input, Tensor[] state)
    {
        Tensor membrane = state[0];
        return Reset == ResetMechanism.Zero
            ? [(Decay("beta") * (Spared(membrane) * membrane)).Plus(input)]
            : [ResetFrom((Decay("beta") * membrane).Plus(input), membrane)];
    }
}
