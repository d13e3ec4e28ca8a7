using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>
/// The alpha membrane neuron (snnTorch's <c>Alpha</c>): an excitatory and an inhibitory current, excite[t] = alpha excite[t-1] +
/// input[t] and inhibit[t] = beta inhibit[t-1] - input[t], whose scaled sum is the membrane.
/// The state is the two currents and the membrane.
/// </summary>
public sealed class Alpha : SpikingNeuron
{
    /// <param name="alpha">
    /// The excitatory current's decay, above <paramref name="beta"/> and at most 1, a single value or one per neuron.
    /// </param>
    /// <param name="beta">
    /// The inhibitory current's decay, above 0 and below <paramref name="alpha"/>, a single value or one per neuron.
    /// </param>
    /// <param name="threshold">
    /// The membrane above which the neuron fires, a single value or one per neuron, or null for 1.
    /// </param>
    /// <param name="surrogate">The surrogate gradient, or null for the arctangent with alpha 2.</param>
    /// <param name="reset">How a spike resets the currents and the membrane; by default to zero, as in snnTorch.</param>
    /// <param name="learnAlpha">Whether the excitatory decay is a trainable parameter; it is clamped to [0, 1] in use.</param>
    /// <param name="learnBeta">Whether the inhibitory decay is a trainable parameter; it is clamped to [0, 1] in use.</param>
    /// <param name="learnThreshold">Whether the threshold is a trainable parameter.</param>
    /// <param name="firing">
    /// What happens when a neuron fires, or null for the defaults. Its <see cref="FiringOptions.ResetDelay"/> must be on.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A decay is out of its range, or the threshold is not finite.</exception>
    public Alpha(NeuronConstant alpha, NeuronConstant beta, NeuronConstant? threshold = null, Surrogate? surrogate = null,
        ResetMechanism reset = ResetMechanism.Zero, bool learnAlpha = false, bool learnBeta = false, bool learnThreshold = false,
        FiringOptions? firing = null)
        : base(nameof(Alpha), threshold, surrogate, reset, learnThreshold, firing)
    {
        NeuronCheck.Delayed(firing);
        ArgumentNullException.ThrowIfNull(alpha);
        ArgumentNullException.ThrowIfNull(beta);
        beta.Require(value => value is > 0 and < 1, nameof(beta), "above 0 and below 1");
        alpha.Require(value => value <= 1, nameof(alpha), "above beta and at most 1");
        RegisterConstant(NeuronNames.Alpha, alpha, learnAlpha);
        RegisterConstant(NeuronNames.Beta, beta, learnBeta);
        using Tensor distances = ExcitatoryDecay.detach().Minus(InhibitoryDecay.detach());
        double least = distances.min().ToNumber();
        OptionCheck.Require(least > 0, least, nameof(alpha), "alpha must be above beta for every neuron.");
    }

    /// <summary>
    /// The excitatory current's decay: a single value or one per neuron, a trainable parameter if it is learned.
    /// </summary>
    public Tensor ExcitatoryDecay => Constant(NeuronNames.Alpha);

    /// <summary>
    /// The inhibitory current's decay: a single value or one per neuron, a trainable parameter if it is learned.
    /// </summary>
    public Tensor InhibitoryDecay => Constant(NeuronNames.Beta);

    /// <summary>Runs one step.</summary>
    /// <param name="input">The input current, [batch, ...].</param>
    /// <param name="excite">The excitatory current after the previous step, with the same shape, or null for zeros.</param>
    /// <param name="inhibit">The inhibitory current after the previous step, with the same shape, or null for zeros.</param>
    /// <param name="membrane">The membrane after the previous step, with the same shape, or null for zeros.</param>
    /// <returns>
    /// The spikes, the new currents and the new membrane, all with the shape of the input. Pass the last three to the
    /// next step.
    /// </returns>
    public (Tensor Spikes, Tensor Excite, Tensor Inhibit, Tensor Membrane) Step(
        Tensor input, Tensor? excite = null, Tensor? inhibit = null, Tensor? membrane = null)
    {
        (Tensor spikes, Tensor[] state) = StepOnce(input, excite, inhibit, membrane);
        return (spikes, state[0], state[1], state[2]);
    }

    /// <summary>The number of tensors in the state.</summary>
    protected override int StateCount => 3;

    /// <summary>Advances the state by one step.</summary>
    protected override Tensor[] Advance(Tensor input, Tensor[] state)
    {
        Tensor alpha = Decay(NeuronNames.Alpha), beta = Decay(NeuronNames.Beta);
        Tensor fired = Fired(state[2]), spared = Spared(state[2]);
        Tensor excite = (alpha * state[0]).Plus(input), inhibit = (beta * state[1]).Minus(input);
        Tensor membrane = Scale(alpha, beta) * excite.Plus(inhibit);
        return Reset switch
        {
            // As in snnTorch: the excitatory current loses the threshold, the inhibitory current becomes zero, and the membrane
            // gains the inhibitory current of the previous step.
            ResetMechanism.Subtract => [excite.Minus(Threshold * fired), inhibit * spared, membrane.Plus(state[1] * fired)],
            ResetMechanism.Zero => [excite * spared, inhibit * spared, membrane * spared],
            _ => [excite, inhibit, membrane],
        };
    }

    private static Tensor Scale(Tensor alpha, Tensor beta) => (alpha.log() / beta.log().Minus(alpha.log())).Plus(1);
}
