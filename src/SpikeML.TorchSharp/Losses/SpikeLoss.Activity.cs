using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>Terms that keep neurons from firing too much or too little; add them to a loss.</summary>
public static partial class SpikeLoss
{
    /// <summary>A cost for every spike (<c>l1_rate_sparsity</c>): the sum of the spikes, times a factor.</summary>
    /// <param name="spikes">The spikes of a layer, in any shape.</param>
    /// <param name="factor">The cost of a spike, at least 0.</param>
    /// <returns>A scalar tensor.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The factor is out of range.</exception>
    public static Tensor SpikeSparsity(Tensor spikes, double factor = 1e-5)
    {
        ArgumentNullException.ThrowIfNull(spikes);
        OptionCheck.NotNegative(factor, nameof(factor));
        return spikes.sum().Times(factor);
    }

    /// <summary>
    /// A cost for neurons that fire too rarely: the square of what a neuron's rate in a row lacks, averaged over rows and neurons
    /// (Zenke and Vogels 2021).
    /// </summary>
    /// <param name="spikes">The spikes of a layer, [numSteps, batch, ...].</param>
    /// <param name="rate">The lowest rate that costs nothing, in spikes per step, 0 to 1.</param>
    /// <returns>A scalar tensor.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rate is out of range.</exception>
    public static Tensor RateLowerBound(Tensor spikes, double rate) =>
        Excess(-Rates(spikes, rate).Plus(-rate)).Squared().mean();

    /// <summary>
    /// A cost for layers that fire too often: the square of what the mean rate of the neurons in a row exceeds, averaged over the
    /// rows (Zenke and Vogels 2021).
    /// </summary>
    /// <param name="spikes">The spikes of a layer, [numSteps, batch, ...].</param>
    /// <param name="rate">The highest mean rate that costs nothing, in spikes per step, 0 to 1.</param>
    /// <returns>A scalar tensor.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rate is out of range.</exception>
    public static Tensor RateUpperBound(Tensor spikes, double rate) =>
        Excess(Rates(spikes, rate).flatten(1).mean([1]).Plus(-rate)).Squared().mean();

    /// <summary>The rate of each neuron in each row, [batch, ...].</summary>
    private static Tensor Rates(Tensor spikes, double rate)
    {
        ArgumentNullException.ThrowIfNull(spikes);
        OptionCheck.Require(rate is >= 0 and <= 1, rate, nameof(rate), "rate must be 0 to 1.");
        return spikes.dim() >= 3 ? spikes.mean([0]) : throw new ArgumentException("The spikes must be [numSteps, batch, "
            + $"neurons...], got [{string.Join(", ", spikes.shape)}].", nameof(spikes));
    }

    private static Tensor Excess(Tensor values) => nn.functional.relu(values);
}
