using System.Buffers;

namespace SpikeML;

/// <summary>
/// Signed rate coding, as Norse's <c>signed_poisson_encode</c>: at each step a neuron spikes with the size of its feature as the
/// probability, and the spike has the feature's sign, 1 or -1.
/// </summary>
public static class SignedRateEncoding
{
    /// <summary>Encodes the features of one row.</summary>
    /// <param name="features">Finite values; those of a size above 1 spike at every step.</param>
    /// <param name="spikes">Receives NumSteps x features values, time-major. What it held is overwritten.</param>
    /// <param name="options">The options, with Seed set.</param>
    /// <param name="rowKey">Mixed into the seed.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit each other, or there is no seed.</exception>
    /// <exception cref="InvalidFeatureException">A feature is not finite or outside its range.</exception>
    public static void Encode(ReadOnlySpan<float> features, Span<float> spikes, SignedRateEncodingOptions options, ulong rowKey = 0)
    {
        ArgumentNullException.ThrowIfNull(options);
        int seed = FeatureCodeCheck.Seed(options.Validated().Seed);
        FeatureCodeCheck.Room(features, spikes, options.NumSteps);
        FeatureCheck.AllFinite(features);
        float[] rented = ArrayPool<float>.Shared.Rent(features.Length);
        Span<float> sizes = rented.AsSpan(0, features.Length);
        for (int slot = 0; slot < features.Length; slot++)
            sizes[slot] = (float)Math.Min(Math.Abs(features[slot] * options.Gain), 1);
        // The signs go into the key, so that a row and its negative have draws of their own.
        RateDraws.Encode(sizes, spikes, seed, RowHash.DrawKey(seed, features, rowKey));
        for (int at = 0; at < spikes.Length; at++)
            spikes[at] *= features[at % features.Length] * options.Gain < 0 ? -1 : 1;
        ArrayPool<float>.Shared.Return(rented);
    }
}
