using static TorchSharp.torch;
using Functional = TorchSharp.torch.nn.functional;

namespace SpikeML.Torch;

/// <summary>The losses of rows, their weights, and their reduction.</summary>
internal static class LossArithmetic
{
    /// <summary>Cross-entropy, averaged over the steps.</summary>
    /// <param name="logits">The logits, [numSteps, batch, classes].</param>
    /// <param name="targets">Class indices, [batch], or weights of the logarithms, with the shape of the logits.</param>
    /// <param name="options">The options.</param>
    public static Tensor CrossEntropy(Tensor logits, Tensor targets, SpikeLossOptions options)
    {
        Tensor wanted = targets.dim() == 1 ? targets.repeat(logits.size(0)) : targets.flatten(0, 1);
        Tensor? weights = options.WeightsOf(targets, logits.size(-1));
        if (weights is null && options.Reduction == LossReduction.Mean)
            return Functional.cross_entropy(logits.flatten(0, 1), wanted);
        Tensor losses = Functional.cross_entropy(logits.flatten(0, 1), wanted, reduction: nn.Reduction.None);
        return Reduce(losses.view(logits.size(0), -1).mean([0]), weights, options.Reduction);
    }

    /// <summary>Squared differences, averaged over the steps.</summary>
    /// <param name="differences">The differences, [numSteps, batch, outputs].</param>
    /// <param name="weights">The weight of each row, [batch], or null.</param>
    /// <param name="reduction">How the rows are combined.</param>
    public static Tensor Squares(Tensor differences, Tensor? weights, LossReduction reduction) =>
        weights is null && reduction == LossReduction.Mean ? differences.Squared().mean()
            : Reduce(differences.Squared().mean([0]), weights, reduction);

    private static Tensor Reduce(Tensor losses, Tensor? weights, LossReduction reduction)
    {
        if (weights is not null)
            losses = losses.mul(losses.dim() == 2 ? weights.unsqueeze(1) : weights);
        return reduction switch
        {
            LossReduction.None => losses,
            LossReduction.Sum => losses.sum(),
            _ => losses.mean(),
        };
    }
}
