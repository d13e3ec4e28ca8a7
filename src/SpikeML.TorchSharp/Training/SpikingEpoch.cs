namespace SpikeML.Torch;

/// <summary>What an epoch of training came to.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Loss">The mean loss over the rows that were trained on, as it was during the epoch.</param>
/// <param name="Accuracy">The share of them that were classified rightly; NaN for regression.</param>
/// <param name="ValidationLoss">The mean loss over the rows that were held out; NaN where there are none.</param>
/// <param name="ValidationAccuracy">The share of them that were classified rightly; NaN for regression and where there are
/// none.</param>
/// <param name="Duration">How long the epoch took, validation included.</param>
public sealed record SpikingEpoch(
    int Epoch, double Loss, double Accuracy, double ValidationLoss, double ValidationAccuracy, TimeSpan Duration);
