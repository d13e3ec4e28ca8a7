using static TorchSharp.torch;

namespace SpikeML.Torch;

public static partial class SpikeLoss
{
    /// <summary>
    /// Cross-entropy of each membrane's mean over time. snnTorch has no counterpart: <see cref="CrossEntropyRate"/> of membranes
    /// averages the losses of the steps instead, and so asks for the class at the first steps too. Means of several neurons per
    /// class are averaged.
    /// </summary>
    /// <param name="membrane">The membranes, [numSteps, batch, outputs].</param>
    /// <param name="targets">Class indices, [batch], or targets that vary over time; only their class is used.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <returns>The loss, a scalar tensor, or [batch] without reduction.</returns>
    /// <exception cref="ArgumentException">The targets do not match the membranes, or an option is out of range.</exception>
    public static Tensor CrossEntropyMeanMembrane(Tensor membrane, Tensor targets, SpikeLossOptions? options = null)
    {
        options = Checked(membrane, targets, options);
        return CrossEntropyOf(ClassOutputs.Mean(membrane.mean([0]), options.OutputsPerClass), targets, options);
    }
}
