using System.Collections.Immutable;

namespace SpikeML.Torch;

/// <summary>Options of <c>CreateSpikingNetwork</c>: how the outputs of the network are read.</summary>
public sealed record GivenNetworkOptions
{
    /// <summary>How an output neuron's score is computed. Ignored by regression, which always reads the mean membrane.</summary>
    /// <value><see cref="SpikingScore.SpikeCount"/> by default.</value>
    public SpikingScore Score { get; init; } = SpikingScore.SpikeCount;

    /// <summary>
    /// Classification: the number of output neurons per class, at least 1 (snnTorch's <c>population_code</c>). The neurons of a
    /// class are adjacent; its score is the sum of their spike counts, or the mean of their other scores.
    /// </summary>
    /// <value>1 by default.</value>
    public int OutputsPerClass { get; init; } = 1;

    /// <summary>The names of the classes, which become PredictedLabel's key values, or null for none. Multiclass only.</summary>
    /// <value>Null by default.</value>
    public IReadOnlyList<string>? ClassNames { get; init => field = value is null ? null : OptionList.Copy(value); }

    /// <summary>
    /// Regression only: whether Score has the membranes of the outputs at each step, [numSteps] or [numSteps, outputs], instead
    /// of the mean membrane of one output.
    /// </summary>
    /// <value>False by default.</value>
    public bool VariesOverTime { get; init; }

    /// <summary>
    /// Regression only: the offset added to <see cref="LabelScale"/> times the mean membrane, or that of each step.
    /// </summary>
    /// <value>0 by default.</value>
    public double LabelMean { get; init; }

    /// <summary>Regression only: the factor for the mean membrane, or that of each step.</summary>
    /// <value>1 by default.</value>
    public double LabelScale { get; init; } = 1;

    /// <summary>A column for the spikes of the output neurons, [numSteps, outputs], or null for none.</summary>
    /// <value>Null by default.</value>
    public string? OutputSpikesColumnName { get; init; }

    /// <summary>A column for the membranes of the output neurons, [numSteps, outputs], or null for none.</summary>
    /// <value>Null by default.</value>
    public string? OutputMembraneColumnName { get; init; }

    /// <summary>The scale of each output, or empty if all have the same.</summary>
    internal ImmutableArray<LabelScale> Scales { get; init; } = [];

    internal TrainedOutput OutputOf(SpikingTask task, int outputs)
    {
        OptionCheck.Require(Enum.IsDefined(Score), Score, nameof(Score), "Score must be one of the scores.");
        OptionCheck.Require(OutputsPerClass == 1 || (OutputsPerClass > 1 && task != SpikingTask.Regression), OutputsPerClass,
            nameof(OutputsPerClass), "OutputsPerClass must be at least 1, and 1 for regression.");
        OptionCheck.Require(ClassNames is null || task == SpikingTask.Multiclass, ClassNames, nameof(ClassNames),
            "ClassNames are for multiclass classification.");
        OptionCheck.Require(ClassNames is null || ClassNames.Count == outputs / OutputsPerClass, ClassNames?.Count,
            nameof(ClassNames), $"ClassNames must have {outputs / OutputsPerClass} names, one for each class.");
        OptionCheck.Require(!VariesOverTime || task == SpikingTask.Regression, VariesOverTime, nameof(VariesOverTime),
            "VariesOverTime is for regression.");
        OptionCheck.Finite(LabelMean, nameof(LabelMean));
        OptionCheck.Finite(LabelScale, nameof(LabelScale));
        return new()
        {
            Task = task,
            OutputsPerClass = OutputsPerClass,
            Score = task == SpikingTask.Regression ? SpikingScore.MeanMembrane : Score,
            Scales = Scales.Length == outputs ? Scales
                : [.. Enumerable.Repeat(new LabelScale(LabelMean, LabelScale), VariesOverTime ? outputs : 1)],
            VariesOverTime = VariesOverTime,
            Names = ClassNames is null ? null : LabelNames.Of(ClassNames),
            SpikesColumnName = OutputSpikesColumnName,
            MembraneColumnName = OutputMembraneColumnName,
        };
    }
}
