using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>When neurons fire first.</summary>
internal static class FirstSpikes
{
    /// <summary>
    /// The step of each neuron's first spike, the last step where there is none: [batch, ...] of [numSteps, batch, ...].
    /// </summary>
    /// <remarks>
    /// As in snnTorch the gradient says that a larger membrane fires earlier: -1 at the spike that the time was taken from, 0
    /// elsewhere. Gathering that spike and taking its value off again leaves the time as it is and gives this gradient.
    /// </remarks>
    public static Tensor Times(Tensor spikes)
    {
        long numSteps = spikes.size(0);
        Tensor fired = spikes.detach().to(ScalarType.Bool);
        // argmax of a column without a spike is 0: such neurons count as firing last.
        Tensor step = fired.to(ScalarType.Byte).argmax(0).With(fired.any(0).logical_not(), numSteps - 1);
        Tensor spike = spikes.gather(0, step.unsqueeze(0)).squeeze(0);
        return step.to(spikes.dtype).Minus(spike.Minus(spike.detach()));
    }
}
