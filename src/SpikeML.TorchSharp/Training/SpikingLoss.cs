namespace SpikeML.Torch;

/// <summary>
/// The loss of a classifier, which also determines its scores: the softmax of the spike counts, of the membranes or of the
/// negated times of the first spikes. Counts over few steps often tie, and losses of spikes can silence a class permanently;
/// losses of membranes avoid both problems.
/// </summary>
/// <remarks>
/// If the label is a column of targets, [numSteps, classes], the losses of every step compare each step with its targets,
/// <see cref="CountMeanSquared"/> counts target spikes, <see cref="FirstSpikeMeanSquared"/> compares times, and the others use
/// the class that the targets stand for (<see cref="SpikeLoss"/>).
/// </remarks>
public enum SpikingLoss
{
    /// <summary><see cref="SpikeLoss.CrossEntropyRate"/> of the output spikes; scored by spike counts.</summary>
    RateCrossEntropy,

    /// <summary><see cref="SpikeLoss.CrossEntropyCount"/>; scored by spike counts.</summary>
    CountCrossEntropy,

    /// <summary>
    /// <see cref="SpikeLoss.MeanSquaredCount"/>, with target rates of 80 % of the steps for the correct class and 20 % for the
    /// others; scored by spike counts.
    /// </summary>
    CountMeanSquared,

    /// <summary>
    /// <see cref="SpikeLoss.CrossEntropyRate"/> of the output membranes, as in snnTorch's tutorial 5; scored by the mean
    /// membranes, which it trains.
    /// </summary>
    MembraneCrossEntropy,

    /// <summary><see cref="SpikeLoss.MeanSquaredMembrane"/>; scored by the mean membranes.</summary>
    MembraneMeanSquared,

    /// <summary><see cref="SpikeLoss.CrossEntropyMaxMembrane"/>; scored by the largest membranes.</summary>
    MaxMembraneCrossEntropy,

    /// <summary><see cref="SpikeLoss.CrossEntropyTemporal"/>; scored by the negated times of the first spikes.</summary>
    FirstSpikeCrossEntropy,

    /// <summary><see cref="SpikeLoss.MeanSquaredTemporal"/>; scored by the negated times of the first spikes.</summary>
    FirstSpikeMeanSquared,

    /// <summary>
    /// <see cref="SpikeLoss.MeanSquaredMembrane"/> of the output spikes: the squared error at every step; scored by spike counts.
    /// </summary>
    SpikeMeanSquared,

    /// <summary>
    /// <see cref="SpikeLoss.CrossEntropyMeanMembrane"/>; scored by the mean membranes, which it trains, so it is the log-loss of
    /// the predicted probabilities. With targets at every step, <see cref="MembraneCrossEntropy"/>.
    /// </summary>
    MeanMembraneCrossEntropy,
}
