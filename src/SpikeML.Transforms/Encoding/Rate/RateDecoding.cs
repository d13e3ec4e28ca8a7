using System.Runtime.CompilerServices;

namespace SpikeML;

/// <summary>Restores features from rate-coded spikes (<see cref="RateEncoding"/>).</summary>
public static class RateDecoding
{
    /// <summary>
    /// Restores features: (rate - Offset) / Gain, where the rate is the share of spikes among the steps from FirstSpikeTime on.
    /// For a probability p = x Gain + Offset in [0, 1], the error has a mean of 0 and a standard deviation of sqrt(p (1 - p) /
    /// steps) /
    /// |Gain|.
    /// </summary>
    /// <param name="spikes">Time-major spikes, as <see cref="RateEncoding.Encode"/> writes them.</param>
    /// <param name="features">Receives one value per feature; its length is the number of features.</param>
    /// <param name="options">The options used to encode; the seed is ignored.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">
    /// The lengths do not match, Gain is 0, or TimeVarying is set (each probability is then drawn only once).
    /// </exception>
    /// <exception cref="InvalidFeatureException">A spike is NaN or infinite.</exception>
    public static void Decode(ReadOnlySpan<float> spikes, Span<float> features, RateEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validated();
        FeatureCodeCheck.Decoding(features, spikes, options.NumSteps);
        DecodeRow(spikes, features, options);
    }

    /// <summary>Decodes a row of finite spikes.</summary>
    internal static void DecodeRow(in SpikeValues spikes, Span<float> features, RateEncodingOptions options)
    {
        if (options.TimeVarying)
            throw new ArgumentException(
                "A time-varying rate cannot be decoded: each value gives at most one spike. "
                    + "Average the spikes over steps instead.", nameof(options));
        FeatureCodeCheck.Invertible(options.Gain, nameof(options.Gain));
        spikes.Count(features);
        ValueMap.Apply(features, new FromCount(options.NumSteps - options.FirstSpikeTime, options.Offset, options.Gain));
    }

    private readonly struct FromCount(int steps, double offset, double gain) : IValueMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public DoubleLanes Of(DoubleLanes values) => (values / steps - offset) / gain;
    }
}
