using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>What a network is trained to do: its outputs, its loss, and how its predictions are read.</summary>
/// <param name="Task">What it predicts.</param>
/// <param name="Loss">The loss of a classifier.</param>
/// <param name="Outputs">The number of output neurons.</param>
/// <param name="LabelMean">Regression: what is taken off the labels in training.</param>
/// <param name="LabelScale">Regression: what they are then divided by.</param>
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

    /// <summary>The output neurons of a regression must not lose what they have gathered.</summary>
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

    /// <summary>The share of the rows that are classified rightly; NaN for regression.</summary>
    public double AccuracyOf(SpikeRecording output, Tensor labels) => !IsClassification ? double.NaN : ScoreKind switch
    {
        ScoreKind.MeanMembrane => SpikeAccuracy.Share(output.Membrane.detach().mean([0]).argmax(1), labels),
        ScoreKind.LargestMembrane => SpikeAccuracy.Share(output.Membrane.detach().amax([0]).argmax(1), labels),
        ScoreKind.FirstSpike => SpikeAccuracy.Temporal(output.Spikes, labels),
        _ => SpikeAccuracy.Rate(output.Spikes, labels),
    };
}
