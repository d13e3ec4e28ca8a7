using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace SpikeML.SnnTorchComparison;

/// <summary>snnTorch's cross-entropies, as the same tensor operations in the same order.</summary>
internal static class SnnTorchLosses
{
    /// <summary><c>ce_rate_loss</c>: the mean of the cross-entropies of the steps.</summary>
    public static Tensor RateCrossEntropy(Tensor outputs, Tensor labels)
    {
        long numSteps = outputs.size(0);
        using Scalar steps = numSteps;
        using Tensor logarithms = functional.log_softmax(outputs, -1);
        using Tensor sum = zeros(1);
        for (long step = 0; step < numSteps; step++)
        {
            using Tensor ofStep = logarithms.select(0, step);
            using Tensor loss = functional.nll_loss(ofStep, labels);
            _ = sum.add_(loss, Scalars.One);
        }
        return sum.div(steps);
    }

    /// <summary><c>ce_count_loss</c>: the cross-entropy of the spike counts.</summary>
    public static Tensor CountCrossEntropy(Tensor outputs, Tensor labels)
    {
        using Tensor counts = outputs.sum(dim: 0);
        using Tensor logarithms = functional.log_softmax(counts, -1);
        return functional.nll_loss(logarithms, labels);
    }
}
