using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>The goal of training: the outputs, the loss, and how predictions are read.</summary>
/// <param name="Task">The task.</param>
/// <param name="Loss">The loss of a classifier.</param>
/// <param name="Outputs">The number of output neurons.</param>
/// <param name="LabelMean">Regression: the mean that is subtracted from the labels in training.</param>
/// <param name="LabelScale">Regression: the scale that they are then divided by.</param>
internal sealed record TrainingGoal(SpikingTask Task, SpikingLoss Loss, int Outputs, double LabelMean = 0, double LabelScale = 1)
{
    public bool IsClassification => Task != SpikingTask.Regression;

    public ScoreKind ScoreKind => !IsClassification ? ScoreKind.MeanMembrane : Loss switch
    {
        SpikingLoss.MembraneCrossEntropy or SpikingLoss.MembraneMeanSquared => ScoreKind.MeanMembrane,
        SpikingLoss.MaxMembraneCrossEntropy => ScoreKind.LargestMembrane,
        SpikingLoss.FirstSpikeCrossEntropy or SpikingLoss.FirstSpikeMeanSquared => ScoreKind.FirstSpike,
        _ => ScoreKind.SpikeCount,
    };

    /// <summary>The output neurons of a regression must not be reset.</summary>
    public ResetMechanism OutputReset(SpikingNetworkOptions options) => IsClassification ? options.Reset : ResetMechanism.None;

    public Tensor LossOf(SpikeRecording output, Tensor labels) => !IsClassification
        ? output.Membrane.mean([0]).squeeze(1).Minus(labels.Plus(-LabelMean).Over(LabelScale)).Squared().mean()
        : Loss switch
        {
            SpikingLoss.RateCrossEntropy => SpikeLoss.CrossEntropyRate(output.Spikes, labels),
            SpikingLoss.CountCrossEntropy => SpikeLoss.CrossEntropyCount(output.Spikes, labels),
            SpikingLoss.CountMeanSquared => SpikeLoss.MeanSquaredCount(output.Spikes, labels, 0.8, 0.2),
            SpikingLoss.MembraneCrossEntropy => SpikeLoss.CrossEntropyRate(output.Membrane, labels),
            SpikingLoss.MembraneMeanSquared => SpikeLoss.MeanSquaredMembrane(output.Membrane, labels),
            SpikingLoss.MaxMembraneCrossEntropy => SpikeLoss.CrossEntropyMaxMembrane(output.Membrane, labels),
            SpikingLoss.FirstSpikeCrossEntropy => SpikeLoss.CrossEntropyTemporal(output.Spikes, labels),
            _ => SpikeLoss.MeanSquaredTemporal(output.Spikes, labels),
        };

    /// <summary>The share of rows that are classified correctly; NaN for regression.</summary>
    public double AccuracyOf(SpikeRecording output, Tensor labels) => !IsClassification ? double.NaN : ScoreKind switch
    {
        ScoreKind.MeanMembrane => SpikeAccuracy.Share(output.Membrane.detach().mean([0]).argmax(1), labels),
        ScoreKind.LargestMembrane => SpikeAccuracy.Share(output.Membrane.detach().amax([0]).argmax(1), labels),
        ScoreKind.FirstSpike => SpikeAccuracy.Temporal(output.Spikes, labels),
        _ => SpikeAccuracy.Rate(output.Spikes, labels),
    };
}
