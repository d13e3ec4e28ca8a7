using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>Options that the losses of <see cref="SpikeLoss"/> share.</summary>
public sealed record SpikeLossOptions
{
    /// <summary>How the rows are combined. The mean of weighted losses divides by the number of rows, as in snnTorch.</summary>
    /// <value><see cref="LossReduction.Mean"/> by default.</value>
    public LossReduction Reduction { get; init; } = LossReduction.Mean;

    /// <summary>The weight of each class, at least 0, which multiplies the losses of its rows; null for equal weights.</summary>
    /// <value>Null by default.</value>
    public IReadOnlyList<double>? ClassWeights { get; init => field = OptionList.Copy(value); }

    /// <summary>The weight of each row, Float32 [batch], which multiplies its losses; null for equal weights.</summary>
    /// <value>Null by default.</value>
    public Tensor? ExampleWeights { get; init; }

    /// <summary>
    /// The number of output neurons per class, at least 1 (snnTorch's <c>population_code</c>). The neurons of a class are
    /// adjacent, those of the first class first.
    /// </summary>
    /// <value>1 by default.</value>
    public int OutputsPerClass { get; init; } = 1;

    /// <summary>The number of classes for a number of output neurons.</summary>
    internal long ClassesOf(Tensor outputs)
    {
        OptionCheck.AtLeast(1, OutputsPerClass, nameof(OutputsPerClass));
        OptionCheck.Require(Enum.IsDefined(Reduction), Reduction, nameof(Reduction), "Reduction must be Mean, Sum or None.");
        OptionCheck.Require(outputs.size(-1) % OutputsPerClass == 0, OutputsPerClass, nameof(OutputsPerClass),
            $"OutputsPerClass must divide the number of output neurons, {outputs.size(-1)}.");
        return outputs.size(-1) / OutputsPerClass;
    }

    /// <summary>The weight of each row, Float32 [batch], or null if no weights are set.</summary>
    /// <param name="targets">Class indices or target spikes, which determine a row's class.</param>
    /// <param name="classes">The number of classes.</param>
    internal Tensor? WeightsOf(Tensor targets, long classes)
    {
        long rows = targets.size(targets.dim() == 3 ? 1 : 0);
        OptionCheck.Require(ExampleWeights is null || ExampleWeights.shape.SequenceEqual([rows]), ExampleWeights?.numel(),
            nameof(ExampleWeights), $"ExampleWeights must have one weight per row, [{rows}].");
        if (ClassWeights is null)
            return ExampleWeights;
        CheckClassWeights(ClassWeights, classes);
        Tensor weights = tensor(ClassWeights.Select(weight => (float)weight).ToArray(), device: targets.device)
            .index_select(0, TargetSpikes.Classes(targets));
        return ExampleWeights is null ? weights : weights.mul(ExampleWeights);
    }

    internal static void CheckClassWeights(IReadOnlyList<double> weights, long classes)
    {
        OptionCheck.Require(weights.Count == classes, weights.Count, nameof(ClassWeights),
            $"ClassWeights must have {Counted.Of(classes, "weight")}, one for each class.");
        CheckClassWeights(weights);
    }

    internal static void CheckClassWeights(IReadOnlyList<double> weights)
    {
        foreach (double weight in weights)
            OptionCheck.NotNegative(weight, nameof(ClassWeights));
    }
}
