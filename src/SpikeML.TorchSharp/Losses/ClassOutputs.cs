using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>
/// Several output neurons per class (snnTorch's <c>population_code</c>): the neurons of a class are adjacent, those of the first
/// class first.
/// </summary>
internal static class ClassOutputs
{
    /// <summary>The sum over the neurons of each class, [..., classes] from [..., outputs].</summary>
    public static Tensor Sum(Tensor outputs, int outputsPerClass) =>
        outputsPerClass == 1 ? outputs : ByClass(outputs, outputsPerClass).sum(dim: -1);

    /// <summary>The mean over the neurons of each class, [..., classes] from [..., outputs].</summary>
    public static Tensor Mean(Tensor outputs, int outputsPerClass) =>
        outputsPerClass == 1 ? outputs : ByClass(outputs, outputsPerClass).mean([-1]);

    /// <summary>Each class's value for each of its neurons, [..., outputs] from [..., classes].</summary>
    public static Tensor Repeat(Tensor classes, int outputsPerClass) =>
        outputsPerClass == 1 ? classes : classes.repeat_interleave(outputsPerClass, dim: -1);

    private static Tensor ByClass(Tensor outputs, int outputsPerClass) =>
        outputs.unflatten(outputs.dim() - 1, [outputs.size(-1) / outputsPerClass, outputsPerClass]);
}
