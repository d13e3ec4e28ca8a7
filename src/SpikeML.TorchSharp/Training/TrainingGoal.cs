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

    public SpikingScore Score => !IsClassification ? SpikingScore.MeanMembrane : Loss switch
    {
        SpikingLoss.MembraneCrossEntropy or SpikingLoss.MembraneMeanSquared => SpikingScore.MeanMembrane,
        SpikingLoss.MaxMembraneCrossEntropy => SpikingScore.LargestMembrane,
        SpikingLoss.FirstSpikeCrossEntropy or SpikingLoss.FirstSpikeMeanSquared => SpikingScore.FirstSpike,
        _ => SpikingScore.SpikeCount,
    };

    /// <summary>Whether the output neurons are read by their membranes.</summary>
    public bool ReadsMembranes => Score is SpikingScore.MeanMembrane or SpikingScore.LargestMembrane;

    /// <summary>Whether the loss is a cross-entropy, which can be compared with the entropy of the labels.</summary>
    public bool IsCrossEntropy => IsClassification && Loss is not (SpikingLoss.CountMeanSquared
        or SpikingLoss.MembraneMeanSquared or SpikingLoss.FirstSpikeMeanSquared);

    /// <summary>
    /// Output neurons that are read by their membranes must keep what they have accumulated, so they are not reset. The exception
    /// is outputs whose target membrane is 0 or 1 at every step: they need the reset.
    /// </summary>
    public ResetMechanism OutputReset(SpikingNetworkOptions options) => options.OutputReset
        ?? (ReadsMembranes && !(IsClassification && Loss == SpikingLoss.MembraneMeanSquared)
            ? ResetMechanism.None : options.Reset);

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

    /// <summary>One value for each row and output, [batch, outputs], without gradient; larger values are more likely.</summary>
    public Tensor ScoresOf(SpikeRecording output) => Score switch
    {
        SpikingScore.MeanMembrane => output.Membrane.detach().mean([0]),
        SpikingScore.LargestMembrane => output.Membrane.detach().amax([0]),
        SpikingScore.FirstSpike => -FirstSpikes.Times(output.Spikes.detach()),
        _ => output.Spikes.detach().sum(dim: 0),
    };
}
