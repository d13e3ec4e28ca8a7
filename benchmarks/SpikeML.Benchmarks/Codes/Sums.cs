namespace SpikeML.Benchmarks.Codes;

/// <summary>What plain loops of decoders and readouts have in common.</summary>
internal static class Sums
{
    /// <summary>The spikes of each neuron.</summary>
    public static void Count(ReadOnlySpan<float> spikes, Span<float> counts)
    {
        counts.Clear();
        for (int first = 0; first < spikes.Length; first += counts.Length)
        {
            for (int neuron = 0; neuron < counts.Length; neuron++)
                counts[neuron] += spikes[first + neuron] != 0 ? 1 : 0;
        }
    }

    /// <summary>The sum of each neuron's values.</summary>
    public static void Sum(ReadOnlySpan<float> spikes, Span<float> sums)
    {
        sums.Clear();
        for (int first = 0; first < spikes.Length; first += sums.Length)
        {
            for (int neuron = 0; neuron < sums.Length; neuron++)
                sums[neuron] += spikes[first + neuron];
        }
    }

    /// <summary>The sum of each neuron's values so far, times a factor, from a first value on.</summary>
    /// <param name="spikes">Steps of the neurons' values.</param>
    /// <param name="sums">Receives as many.</param>
    /// <param name="neurons">The number of neurons.</param>
    /// <param name="factor">The factor.</param>
    /// <param name="countsFirst">Whether the first step counts.</param>
    public static void Cumulate(ReadOnlySpan<float> spikes, Span<float> sums, int neurons, float factor, bool countsFirst)
    {
        for (int neuron = 0; neuron < neurons; neuron++)
            sums[neuron] = countsFirst ? factor * spikes[neuron] : 0;
        for (int slot = neurons; slot < spikes.Length; slot++)
            sums[slot] = sums[slot - neurons] + factor * spikes[slot];
    }
}
