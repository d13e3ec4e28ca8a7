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

    /// <summary>
    /// Restores features: the sum of the spikes / (NumSteps Gain). Of a probability p = |x Gain| of at most 1 the error's mean is
    /// 0 and
    /// its standard deviation sqrt(p (1 - p) / NumSteps) / |Gain|.
    /// </summary>
    /// <param name="spikes">Time-major spikes, as <see cref="Encode"/> gives them.</param>
    /// <param name="features">Receives one value a feature, which give their number.</param>
    /// <param name="options">The options that were encoded with; the seed does not count.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit each other, or Gain is 0.</exception>
    /// <exception cref="InvalidFeatureException">A spike is NaN or infinite.</exception>
    public static void Decode(ReadOnlySpan<float> spikes, Span<float> features, SignedRateEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validated();
        FeatureCodeCheck.Invertible(options.Gain, nameof(options.Gain));
        FeatureCodeCheck.Decoding(features, spikes, options.NumSteps);
        SpikeReadout.Sum(spikes, features);
        // Adding 0 makes 0 of -0, which the negative gain of a silent neuron would give.
        foreach (ref float sum in features)
            sum = (float)(sum / (options.NumSteps * options.Gain)) + 0f;
    }
}
