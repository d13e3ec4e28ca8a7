using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>Classification accuracies, named as in <c>snntorch.functional</c>.</summary>
public static class SpikeAccuracy
{
    /// <summary>
    /// The accuracy if the class that fires most often is the prediction (<c>accuracy_rate</c>). If classes tie, the first one is
    /// taken. Counts of several neurons per class are summed.
    /// </summary>
    /// <param name="spikes">The spikes, [numSteps, batch, outputs].</param>
    /// <param name="targets">
    /// Class indices, Int64 [batch], or targets that vary over time, [numSteps, batch, classes]; only their class is used.
    /// </param>
    /// <param name="outputsPerClass">The number of adjacent output neurons per class (snnTorch's <c>population_code</c>).</param>
    /// <returns>The share of correct predictions, 0 to 1.</returns>
    public static double Rate(Tensor spikes, Tensor targets, int outputsPerClass = 1)
    {
        using var scope = NewDisposeScope();
        Tensor counts = Checked(spikes, targets, outputsPerClass).sum(dim: 0);
        return Share(ClassOutputs.Sum(counts, outputsPerClass).argmax(1), targets);
    }

    /// <summary>
    /// The accuracy if the class that fires first is the prediction (<c>accuracy_temporal</c>). If classes tie, the first one is
    /// taken. Times of several neurons per class are averaged.
    /// </summary>
    /// <param name="spikes">The spikes, [numSteps, batch, outputs].</param>
    /// <param name="targets">
    /// Class indices, Int64 [batch], or targets that vary over time, [numSteps, batch, classes]; only their class is used.
    /// </param>
    /// <param name="outputsPerClass">The number of adjacent output neurons per class (snnTorch's <c>population_code</c>).</param>
    /// <returns>The share of correct predictions, 0 to 1.</returns>
    public static double Temporal(Tensor spikes, Tensor targets, int outputsPerClass = 1)
    {
        using var scope = NewDisposeScope();
        Tensor times = FirstSpikes.Times(Checked(spikes, targets, outputsPerClass));
        return Share(ClassOutputs.Mean(times, outputsPerClass).argmin(1), targets);
    }

    private static Tensor Checked(Tensor spikes, Tensor targets, int outputsPerClass)
    {
        SpikeLoss.Check(spikes, targets, new() { OutputsPerClass = outputsPerClass });
        return spikes.detach();
    }

    private static double Share(Tensor predicted, Tensor targets) => Hits(predicted, targets).mean().ToNumber();

    /// <summary>1 for correct predictions and 0 for the others, Float64 [batch].</summary>
    internal static Tensor Hits(Tensor predicted, Tensor targets) =>
        predicted.eq(TargetSpikes.Classes(targets)).to(ScalarType.Float64);
}
