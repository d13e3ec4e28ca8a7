using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>The goal of training: the outputs, the loss, and how predictions are read.</summary>
/// <param name="Task">The task.</param>
/// <param name="Loss">The loss of a classifier.</param>
/// <param name="Outputs">The number of output neurons.</param>
internal sealed record TrainingGoal(SpikingTask Task, SpikingLoss Loss, int Outputs)
{
    /// <summary>Regression: the mean and the deviation of each output's labels, which are standardised in training.</summary>
    public IReadOnlyList<LabelScale> Scales { get; init; } = [];

    /// <summary>Whether the labels are targets that vary over time.</summary>
    public bool HasTargets { get; init; }

    /// <summary>The number of output neurons per class.</summary>
    public int OutputsPerClass { get; init; } = 1;

    /// <summary>The number of classes; 1 for regression.</summary>
    public int Classes => Outputs / OutputsPerClass;

    /// <summary>A weight for the rows of each class, or null.</summary>
    public IReadOnlyList<double>? ClassWeights { get; init; }

    /// <summary>The mean weight of all rows, by which weights are divided.</summary>
    public double MeanWeight { get; init; } = 1;

    /// <summary>The goal of training with a label.</summary>
    /// <param name="label">The label column.</param>
    /// <param name="labels">A summary of its values.</param>
    /// <param name="options">The options.</param>
    /// <param name="outputs">The number of output neurons.</param>
    public static TrainingGoal Of(NetworkLabel label, LabelSummary labels, SpikingNetworkOptions options, int outputs) =>
        new(label.Task, options.Loss, outputs)
        {
            Scales = labels.Scales,
            HasTargets = label.VariesOverTime,
            OutputsPerClass = options.OutputsPerClass,
            ClassWeights = options.ClassWeights,
            MeanWeight = labels.MeanWeight,
        };

    public bool IsClassification => Task != SpikingTask.Regression;

    public SpikingScore Score => !IsClassification ? SpikingScore.MeanMembrane : Loss switch
    {
        SpikingLoss.MembraneCrossEntropy or SpikingLoss.MembraneMeanSquared or SpikingLoss.MeanMembraneCrossEntropy =>
            SpikingScore.MeanMembrane,
        SpikingLoss.MaxMembraneCrossEntropy => SpikingScore.LargestMembrane,
        SpikingLoss.FirstSpikeCrossEntropy or SpikingLoss.FirstSpikeMeanSquared => SpikingScore.FirstSpike,
        _ => SpikingScore.SpikeCount,
    };

    /// <summary>Whether the output neurons are read by their membranes.</summary>
    public bool ReadsMembranes => Score is SpikingScore.MeanMembrane or SpikingScore.LargestMembrane;

    /// <summary>Whether the loss is a cross-entropy, which can be compared with the entropy of the labels.</summary>
    public bool IsCrossEntropy => IsClassification && !HasTargets && Loss is not (SpikingLoss.CountMeanSquared
        or SpikingLoss.MembraneMeanSquared or SpikingLoss.FirstSpikeMeanSquared or SpikingLoss.SpikeMeanSquared);

    /// <summary>
    /// Output neurons that are read by their membranes must keep what they have accumulated, so they are not reset. The exception
    /// is outputs whose target membrane is 0 or 1 at every step: they need the reset.
    /// </summary>
    public ResetMechanism OutputReset(SpikingNetworkOptions options) => options.OutputReset
        ?? (ReadsMembranes && !(IsClassification && Loss == SpikingLoss.MembraneMeanSquared)
            ? ResetMechanism.None : options.Reset);

    /// <summary>
    /// The loss of a batch: the mean of the rows' losses times their weights, so a row with twice the weight counts as two
    /// rows.
    /// </summary>
    /// <param name="output">The outputs.</param>
    /// <param name="labels">The labels.</param>
    /// <param name="weights">The weights of the rows (<see cref="WeightsOf"/>), or null.</param>
    public Tensor LossOf(SpikeRecording output, Tensor labels, Tensor? weights)
    {
        if (weights is null)
            return RowLosses(output, labels, LossReduction.Mean);
        Tensor losses = RowLosses(output, labels, LossReduction.None);
        return (losses.dim() == 2 ? losses.mean([1]) : losses).mul(weights).mean();
    }

    /// <summary>
    /// The labels of the loss: those of the batch or, if only the class of targets counts, the classes. Those of a regression are
    /// standardised, [batch] or [numSteps, batch, outputs].
    /// </summary>
    public Tensor LabelsOf(SpikeBatch batch)
    {
        Tensor labels = batch.Labels!;
        if (!IsClassification)
            return Standardized(HasTargets ? labels.view(batch.NumSteps, batch.Count, Outputs) : labels);
        return HasTargets && Loss is SpikingLoss.CountCrossEntropy or SpikingLoss.MaxMembraneCrossEntropy
            or SpikingLoss.FirstSpikeCrossEntropy ? TargetSpikes.Classes(labels) : labels;
    }

    /// <summary>
    /// The weights of a batch's rows over <see cref="MeanWeight"/>, Float64 [batch], or null if all rows count the same.
    /// </summary>
    public Tensor? WeightsOf(SpikeBatch batch)
    {
        Tensor? weights = ClassWeights is null ? batch.ExampleWeights
            : new SpikeLossOptions { ClassWeights = ClassWeights, ExampleWeights = batch.ExampleWeights }
                .WeightsOf(batch.Labels!, ClassWeights.Count);
        // Single precision can neither hold the sums of very large weights nor divide by very small ones.
        return weights?.to(ScalarType.Float64).Over(MeanWeight);
    }

    private Tensor RowLosses(SpikeRecording output, Tensor labels, LossReduction reduction)
    {
        SpikeLossOptions how = new() { Reduction = reduction, OutputsPerClass = OutputsPerClass };
        if (!IsClassification)
        {
            Tensor squares = HasTargets ? output.Membrane.Minus(labels).Squared().mean([0, 2])
                : output.Membrane.mean([0]).squeeze(1).Minus(labels).Squared();
            return reduction == LossReduction.Mean ? squares.mean() : squares;
        }
        return Loss switch
        {
            SpikingLoss.RateCrossEntropy => SpikeLoss.CrossEntropyRate(output.Spikes, labels, how),
            SpikingLoss.CountCrossEntropy => SpikeLoss.CrossEntropyCount(output.Spikes, labels, how),
            SpikingLoss.CountMeanSquared => SpikeLoss.MeanSquaredCount(output.Spikes, labels, 0.8, 0.2, how),
            SpikingLoss.MeanMembraneCrossEntropy when !HasTargets =>
                SpikeLoss.CrossEntropyMeanMembrane(output.Membrane, labels, how),
            // Membranes of a class are averaged, as in its score.
            SpikingLoss.MembraneCrossEntropy or SpikingLoss.MeanMembraneCrossEntropy => SpikeLoss.CrossEntropyRate(
                ClassOutputs.Mean(output.Membrane, OutputsPerClass), labels, how with { OutputsPerClass = 1 }),
            SpikingLoss.MembraneMeanSquared => SpikeLoss.MeanSquaredMembrane(output.Membrane, labels, options: how),
            SpikingLoss.MaxMembraneCrossEntropy => SpikeLoss.CrossEntropyMaxMembrane(output.Membrane, labels, how),
            SpikingLoss.FirstSpikeCrossEntropy => SpikeLoss.CrossEntropyTemporal(output.Spikes, labels, how),
            SpikingLoss.FirstSpikeMeanSquared => SpikeLoss.MeanSquaredTemporal(output.Spikes, labels, options: how),
            _ => SpikeLoss.MeanSquaredMembrane(output.Spikes, labels, options: how),
        };
    }

    private Tensor Standardized(Tensor labels)
    {
        if (Scales is [LabelScale scale])
            return labels.Plus(-scale.Mean).Over(scale.Deviation);
        Tensor Each(Func<LabelScale, double> number) =>
            tensor(Scales.Select(each => (float)number(each)).ToArray(), device: labels.device);
        return labels.Minus(Each(each => each.Mean)) / Each(each => each.Deviation);
    }

    /// <summary>One value for each row and class, [batch, classes], without gradient; larger values are more likely.</summary>
    public Tensor ScoresOf(SpikeRecording output)
    {
        Tensor spikes = output.Spikes.detach(), membrane = output.Membrane.detach();
        return Score switch
        {
            SpikingScore.MeanMembrane => ClassOutputs.Mean(membrane.mean([0]), OutputsPerClass),
            SpikingScore.LargestMembrane => ClassOutputs.Mean(membrane.amax([0]), OutputsPerClass),
            SpikingScore.FirstSpike => -ClassOutputs.Mean(FirstSpikes.Times(spikes), OutputsPerClass),
            _ => ClassOutputs.Sum(spikes.sum(dim: 0), OutputsPerClass),
        };
    }
}
