using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>The first spike times of neurons.</summary>
internal static class FirstSpikes
{
    /// <summary>
    /// The step of each neuron's first spike, or the last step if there is none: [batch, ...] from [numSteps, batch, ...].
    /// </summary>
    /// <remarks>
    /// As in snnTorch, the gradient expresses that a larger membrane fires earlier: -1 at the first spike, 0 elsewhere. Gathering
    /// that spike and subtracting its value again gives this gradient without changing the time.
    /// </remarks>
    public static Tensor Times(Tensor spikes)
    {
        long numSteps = spikes.size(0);
        Tensor fired = spikes.detach().to(ScalarType.Bool);
        // argmax of a column without spikes is 0; such neurons count as firing last.
        Tensor step = fired.to(ScalarType.Byte).argmax(0).With(fired.any(0).logical_not(), numSteps - 1);
        Tensor spike = spikes.gather(0, step.unsqueeze(0)).squeeze(0);
        return step.to(spikes.dtype).Minus(spike.Minus(spike.detach()));
    }

    /// <summary>
    /// The steps of each neuron's first spikes, [count, batch, ...]: the k-th as the first without those before it.
    /// </summary>
    public static Tensor Times(Tensor spikes, long count)
    {
        List<Tensor> times = [Times(spikes)];
        while (times.Count < count)
        {
            Tensor last = nn.functional.one_hot(times[^1].detach().to(ScalarType.Int64), spikes.size(0)).movedim([-1], [0]);
            spikes = spikes.With(last.to(ScalarType.Bool), 0);
            times.Add(Times(spikes));
        }
        return stack(times);
    }
}
