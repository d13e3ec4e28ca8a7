using static TorchSharp.torch;

namespace SpikeML.Torch;

// When neurons fire, and how a spike resets them.
public abstract partial class SpikingNeuron
{
    /// <summary>
    /// The spikes of membranes, 0 or 1, with the surrogate gradient; with <see cref="Inhibition"/>, only the strongest
    /// neuron of each row can fire.
    /// </summary>
    /// <param name="membrane">The membranes, [batch, ...].</param>
    /// <returns>The spikes before <see cref="GradedSpikesFactor"/> applies, with the same shape.</returns>
    protected virtual Tensor Fire(Tensor membrane)
    {
        Tensor shifted = membrane.Minus(Threshold), spikes = Surrogate.Spike(shifted);
        return Inhibition ? spikes * Strongest(shifted.detach()) : spikes;
    }

    /// <summary>The spikes of a state after <see cref="Advance"/>: those of its membranes.</summary>
    private protected virtual Tensor FireFrom(Tensor[] state) => Fire(state[^1]);

    /// <summary>1 for neurons whose membrane was above the threshold, otherwise 0; without gradient.</summary>
    /// <param name="membrane">The membranes after the previous step.</param>
    protected Tensor Fired(Tensor membrane) => membrane.detach().gt(Threshold.detach()).to(membrane.dtype);

    /// <summary>1 where <see cref="Fired"/> is 0, and 0 where it is 1.</summary>
    /// <param name="membrane">The membranes after the previous step.</param>
    protected Tensor Spared(Tensor membrane) => membrane.detach().gt(Threshold.detach()).logical_not().to(membrane.dtype);

    /// <summary>Applies the delayed reset of models whose membrane follows one formula.</summary>
    /// <param name="next">The membranes after this step, without a reset.</param>
    /// <param name="membrane">The membranes after the previous step.</param>
    /// <returns>The membranes with the reset.</returns>
    protected Tensor ResetFrom(Tensor next, Tensor membrane) => Reset switch
    {
        ResetMechanism.Subtract => next.Minus(Fired(membrane) * Threshold),
        ResetMechanism.Zero => next * Spared(membrane),
        _ => next,
    };

    /// <summary>
    /// The reset without delay. A neuron that is still above its threshold after a reset loses the threshold once more at the
    /// next step, and not again if it fires then.
    /// </summary>
    private Tensor ResetNow(Tensor membrane, Tensor spikes, Tensor before) => Reset switch
    {
        ResetMechanism.Subtract => membrane.Minus(spikes.Minus(Fired(before)) * Threshold),
        ResetMechanism.Zero => membrane.Minus(spikes * membrane),
        _ => membrane,
    };

    /// <summary>1 for the largest value of each row, otherwise 0.</summary>
    private static Tensor Strongest(Tensor shifted)
    {
        Tensor rows = shifted.flatten(1), index = rows.argmax(1, keepdim: true);
        return zeros_like(rows).scatter(1, index, ones_like(index).to(rows.dtype)).view(shifted.shape);
    }
}
