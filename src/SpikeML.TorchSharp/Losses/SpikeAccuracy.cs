using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>Classification accuracies, named as in <c>snntorch.functional</c>.</summary>
public static class SpikeAccuracy
{
    /// <summary>
    /// The accuracy if the class that fires most often is the prediction (<c>accuracy_rate</c>). If classes tie, the first one is
    /// taken.
    /// </summary>
    /// <param name="spikes">The spikes, [numSteps, batch, classes].</param>
    /// <param name="targets">Class indices, Int64 [batch].</param>
    /// <returns>The share of correct predictions, 0 to 1.</returns>
    public static double Rate(Tensor spikes, Tensor targets)
    {
        using var scope = NewDisposeScope();
        return Share(spikes.detach().sum(dim: 0).argmax(1), targets);
    }

    /// <summary>
    /// The accuracy if the class that fires first is the prediction (<c>accuracy_temporal</c>). If classes tie, the first one is
    /// taken.
    /// </summary>
    /// <param name="spikes">The spikes, [numSteps, batch, classes].</param>
    /// <param name="targets">Class indices, Int64 [batch].</param>
    /// <returns>The share of correct predictions, 0 to 1.</returns>
    public static double Temporal(Tensor spikes, Tensor targets)
    {
        using var scope = NewDisposeScope();
        return Share(FirstSpikes.Times(spikes.detach()).argmin(1), targets);
    }

    internal static double Share(Tensor predicted, Tensor targets) =>
        predicted.eq(targets).to(ScalarType.Float64).mean().ToNumber();
}
