using System.Buffers;

namespace SpikeML;

/// <summary>Signed rate and population rate coding for models of the first two formats, one draw at a time.</summary>
internal static class SecondFormatRates
{
    public static void EncodeSigned(
        ReadOnlySpan<float> features, Span<float> spikes, SignedRateEncodingOptions options, ulong rowKey)
    {
        int seed = options.Seed!.Value;
        float[] rented = ArrayPool<float>.Shared.Rent(features.Length);
        Span<float> sizes = rented.AsSpan(0, features.Length);
        for (int slot = 0; slot < features.Length; slot++)
            sizes[slot] = (float)Math.Min(Math.Abs(features[slot] * options.Gain), 1);
        // The signs are part of the key, so a row and its negative have different draws.
        Draw(sizes, spikes, seed, RowHash.DrawKey(seed, features, rowKey));
        for (int at = 0; at < spikes.Length; at++)
            spikes[at] *= features[at % features.Length] * options.Gain < 0 ? -1 : 1;
        ArrayPool<float>.Shared.Return(rented);
    }

    public static void EncodePopulation(
        ReadOnlySpan<float> features, Span<float> spikes, ReadOnlySpan<ValueRange> ranges, PopulationRateEncodingOptions options,
        ulong rowKey)
    {
        int fields = options.NumFields;
        float[] rented = ArrayPool<float>.Shared.Rent(features.Length * fields);
        Span<float> activations = rented.AsSpan(0, features.Length * fields);
        for (int slot = 0; slot < features.Length; slot++)
        {
            ValueRange range = ranges[ranges.Length == 1 ? 0 : slot];
            GaussianFields own = new(fields, options.WidthFactor, range.Lowest, range.Highest);
            for (int field = 0; field < fields; field++)
                activations[slot * fields + field] = (float)own.Activation(features[slot], field);
        }
        Draw(activations, spikes, options.Seed!.Value, rowKey);
        ArrayPool<float>.Shared.Return(rented);
    }

    /// <summary>At each step, each neuron spikes with its probability.</summary>
    private static void Draw(ReadOnlySpan<float> probabilities, Span<float> spikes, int seed, ulong rowKey)
    {
        DrawStream draws = new(RowHash.DrawKey(seed, probabilities, rowKey));
        for (int at = 0, neuron = 0; at < spikes.Length; at++, neuron = neuron + 1 == probabilities.Length ? 0 : neuron + 1)
            spikes[at] = probabilities[neuron] > 0 && draws.NextUnit() < probabilities[neuron] ? 1 : 0;
    }
}
