using static TorchSharp.torch;
using Functional = TorchSharp.torch.nn.functional;

namespace SpikeML.Torch;

/// <summary>
/// Losses of spiking networks, averaged over the batch, with the names and formulas of <c>snntorch.functional</c>.
/// </summary>
/// <remarks>Spikes and membranes are [numSteps, batch, classes]; targets are class indices from 0, Int64 [batch].</remarks>
public static class SpikeLoss
{
    /// <summary>
    /// Cross-entropy of the values at each step, averaged over the steps (<c>ce_rate_loss</c>); snnTorch's tutorial 5 applies it
    /// to membranes.
    /// </summary>
    /// <param name="spikes">Spikes or membranes, [numSteps, batch, classes].</param>
    /// <param name="targets">Class indices, [batch].</param>
    /// <returns>The loss, a scalar tensor.</returns>
    public static Tensor CrossEntropyRate(Tensor spikes, Tensor targets) =>
        Functional.cross_entropy(spikes.flatten(0, 1), targets.repeat(spikes.size(0)));

    /// <summary>Cross-entropy of the spike counts (<c>ce_count_loss</c>).</summary>
    /// <param name="spikes">The spikes, [numSteps, batch, classes].</param>
    /// <param name="targets">Class indices, [batch].</param>
    /// <returns>The loss, a scalar tensor.</returns>
    public static Tensor CrossEntropyCount(Tensor spikes, Tensor targets) =>
        Functional.cross_entropy(spikes.sum(dim: 0), targets);

    /// <summary>Cross-entropy of each membrane's maximum over time (<c>ce_max_membrane_loss</c>).</summary>
    /// <param name="membrane">The membranes, [numSteps, batch, classes].</param>
    /// <param name="targets">Class indices, [batch].</param>
    /// <returns>The loss, a scalar tensor.</returns>
    public static Tensor CrossEntropyMaxMembrane(Tensor membrane, Tensor targets) =>
        Functional.cross_entropy(membrane.max(dim: 0).values, targets);

    /// <summary>Squared error of the spike counts, divided by the number of steps (<c>mse_count_loss</c>).</summary>
    /// <param name="spikes">The spikes, [numSteps, batch, classes].</param>
    /// <param name="targets">Class indices, [batch].</param>
    /// <param name="correctRate">The share of the steps at which the correct class should fire, 0 to 1.</param>
    /// <param name="incorrectRate">The share of the steps at which the others should fire, 0 to 1.</param>
    /// <returns>The loss, a scalar tensor.</returns>
    public static Tensor MeanSquaredCount(Tensor spikes, Tensor targets, double correctRate = 1, double incorrectRate = 0)
    {
        long numSteps = spikes.size(0);
        Tensor counts = Wanted(spikes, targets, Math.Truncate(numSteps * correctRate), Math.Truncate(numSteps * incorrectRate));
        return Functional.mse_loss(spikes.sum(dim: 0), counts).Over(numSteps);
    }

    /// <summary>Squared error of the membranes at every step (<c>mse_membrane_loss</c>).</summary>
    /// <param name="membrane">The membranes, [numSteps, batch, classes].</param>
    /// <param name="targets">Class indices, [batch].</param>
    /// <param name="onTarget">The target membrane of the correct class.</param>
    /// <param name="offTarget">The target membrane of the other classes.</param>
    /// <returns>The loss, a scalar tensor.</returns>
    public static Tensor MeanSquaredMembrane(Tensor membrane, Tensor targets, double onTarget = 1, double offTarget = 0) =>
        membrane.Minus(Wanted(membrane, targets, onTarget, offTarget)).Squared().mean();

    /// <summary>
    /// Cross-entropy of the negated times of the first spikes (<c>ce_temporal_loss</c>): the correct class should fire first.
    /// </summary>
    /// <param name="spikes">The spikes, [numSteps, batch, classes].</param>
    /// <param name="targets">Class indices, [batch].</param>
    /// <returns>The loss, a scalar tensor.</returns>
    public static Tensor CrossEntropyTemporal(Tensor spikes, Tensor targets) =>
        Functional.cross_entropy(-FirstSpikes.Times(spikes), targets);

    /// <summary>
    /// Squared error of the times of the first spikes, as shares of the number of steps (<c>mse_temporal_loss</c>).
    /// </summary>
    /// <remarks>
    /// With its defaults, snnTorch targets step 0 for every class, because it clamps the targets; here, the other classes get the
    /// last step.
    /// </remarks>
    /// <param name="spikes">The spikes, [numSteps, batch, classes].</param>
    /// <param name="targets">Class indices, [batch].</param>
    /// <param name="onTarget">The step at which the correct class should fire first; negative values count from the end.</param>
    /// <param name="offTarget">The step at which the other classes should fire first; negative values count from the end.</param>
    /// <returns>The loss, a scalar tensor.</returns>
    public static Tensor MeanSquaredTemporal(Tensor spikes, Tensor targets, int onTarget = 0, int offTarget = -1)
    {
        long numSteps = spikes.size(0);
        Tensor times = Wanted(spikes, targets, FromStart(onTarget), FromStart(offTarget));
        return Functional.mse_loss(FirstSpikes.Times(spikes).Over(numSteps), times.Over(numSteps));

        double FromStart(int step) => step < 0 ? numSteps + step : step;
    }

    /// <summary>[batch, classes]: one value at the targets, another elsewhere.</summary>
    private static Tensor Wanted(Tensor output, Tensor targets, double on, double off) =>
        Functional.one_hot(targets, output.size(-1)).to(output.dtype).Times(on - off).Plus(off);
}
