namespace SpikeML;

/// <summary>
/// Bernoulli trials for codes that make probabilities of their own, keyed as those of <see cref="RateEncoding"/> are.
/// </summary>
internal static class RateDraws
{
    /// <summary>At each step each neuron spikes with its probability; allocates nothing.</summary>
    public static void Encode(ReadOnlySpan<float> probabilities, Span<float> spikes, int seed, ulong rowKey)
    {
        DrawStream draws = new(RowHash.DrawKey(seed, probabilities, rowKey));
        for (int at = 0, neuron = 0; at < spikes.Length; at++, neuron = neuron + 1 == probabilities.Length ? 0 : neuron + 1)
            spikes[at] = probabilities[neuron] > 0 && draws.NextUnit() < probabilities[neuron] ? 1 : 0;
    }
}
