namespace SpikeML.Torch;

/// <summary>The results of a training epoch.</summary>
/// <param name="Epoch">The number of the epoch, from 1.</param>
/// <param name="Loss">The mean loss over the training rows during the epoch.</param>
/// <param name="Accuracy">The share of training rows that were classified correctly; NaN for regression.</param>
/// <param name="ValidationLoss">The mean loss over the held-out rows; NaN if there are none.</param>
/// <param name="ValidationAccuracy">
/// The share of held-out rows that were classified correctly; NaN for regression, or if there are none.
/// </param>
/// <param name="Duration">The duration of the epoch, including validation.</param>
public sealed record SpikingEpoch(
    int Epoch, double Loss, double Accuracy, double ValidationLoss, double ValidationAccuracy, TimeSpan Duration)
{
    /// <summary>
    /// An estimate of the time that the remaining epochs take; with <see cref="SpikingNetworkOptions.Patience"/>, training may
    /// stop earlier. Zero after the last epoch.
    /// </summary>
    public TimeSpan TimeLeft { get; init; }
}
