namespace SpikeML.Torch;

/// <summary>What happens when a neuron fires, and how its state is kept: options that the neuron models share.</summary>
public sealed record FiringOptions
{
    /// <summary>
    /// Whether, at each step, only the neuron of the layer whose membrane is the farthest above its threshold fires; if several
    /// are equally far, the first one. All neurons above their threshold are reset (snnTorch's <c>inhibition</c>).
    /// </summary>
    /// <value>False by default.</value>
    public bool Inhibition { get; init; }

    /// <summary>
    /// The value of a spike, a single one or one per neuron (snnTorch's <c>graded_spikes_factor</c>).
    /// </summary>
    /// <value>1 by default.</value>
    public NeuronConstant GradedSpikesFactor { get; init => field = Finite(value); } = 1;

    /// <summary>Whether the value of a spike is a trainable parameter.</summary>
    /// <value>False by default.</value>
    public bool LearnGradedSpikesFactor { get; init; }

    /// <summary>
    /// Whether a spike resets the membrane one step later. Otherwise the membrane is reset at the step of the spike, and the
    /// gradient flows through that reset, as in snnTorch (<c>reset_delay</c>). <see cref="Alpha"/> only has the delayed reset.
    /// </summary>
    /// <value>True by default.</value>
    public bool ResetDelay { get; init; } = true;

    /// <summary>
    /// The levels that membranes and currents are quantised to after each step, before the neurons fire (snnTorch's
    /// <c>state_quant</c>), or null for none.
    /// </summary>
    /// <value>Null by default.</value>
    public StateQuantization? StateQuantization { get; init; }

    internal bool IsGraded => LearnGradedSpikesFactor || !GradedSpikesFactor.Equals((NeuronConstant)1);

    private static NeuronConstant Finite(NeuronConstant value)
    {
        ArgumentNullException.ThrowIfNull(value, nameof(GradedSpikesFactor));
        NeuronCheck.Finite(value, nameof(GradedSpikesFactor));
        return value;
    }
}
