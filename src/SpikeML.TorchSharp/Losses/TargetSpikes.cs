using static TorchSharp.torch;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace SpikeML.Torch;

/// <summary>Targets that vary over time, [numSteps, batch, classes], as the target encoders give them.</summary>
/// <remarks>
/// A class has a target spike where its target is the largest value of the row, unless all are equal. That is where the target
/// encoders put OnTarget, with or without interpolation.
/// </remarks>
internal static class TargetSpikes
{
    /// <summary>
    /// The class of each row, Int64 [batch]: the one with the most target spikes and, of several, the one whose target spike
    /// comes first. Class indices, Int64 [batch], are returned as they are.
    /// </summary>
    public static Tensor Classes(Tensor targets)
    {
        if (targets.dim() == 1)
            return targets;
        Tensor spikes = Spikes(targets);
        Tensor counts = spikes.to(ScalarType.Float64).sum(dim: 0), first = spikes.to(ScalarType.Byte).argmax(0);
        return counts.Times(targets.size(0)).Minus(first.to(ScalarType.Float64)).argmax(1);
    }

    /// <summary>The numbers of target spikes, [batch, classes].</summary>
    public static Tensor Counts(Tensor targets) => Spikes(targets).to(targets.dtype).sum(dim: 0);

    /// <summary>The steps of the first target spikes, [batch, classes]; the last step for a class without one.</summary>
    public static Tensor Times(Tensor targets) => FirstSpikes.Times(Spikes(targets).to(targets.dtype));

    /// <summary>The class of one row, or -1 if all its targets are equal.</summary>
    /// <param name="targets">The targets, [numSteps][classes].</param>
    /// <param name="classes">The number of classes.</param>
    public static int ClassOf(ReadOnlySpan<float> targets, int classes)
    {
        if (targets.IndexOfAnyExcept(targets[0]) < 0)
            return -1;
        float largest = TensorPrimitives.Max(targets);
        int[] counts = new int[classes];
        for (int i = 0; i < targets.Length; i++)
            counts[i % classes] += targets[i] == largest ? 1 : 0;
        int most = counts.Max(), slot = 0;
        while (targets[slot] != largest || counts[slot % classes] != most)
            slot++;
        return slot % classes;
    }

    private static Tensor Spikes(Tensor targets) => targets.eq(targets.amax([0, 2], keepdim: true))
        .logical_and(targets.gt(targets.amin([0, 2], keepdim: true)));
}
