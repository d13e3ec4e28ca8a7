namespace SpikeML;

/// <summary>Scales features to [0, 1], where encoders want them: (x - lowest) / (highest - lowest).</summary>
/// <remarks>In a range of no width, values above it become 1 and the others 0.</remarks>
public static class RangeScaling
{
    /// <summary>Scales the features of one row.</summary>
    /// <param name="features">Finite values.</param>
    /// <param name="scaled">Receives one value a feature; may be <paramref name="features"/>.</param>
    /// <param name="ranges">The range of each feature, or one for all.</param>
    /// <param name="clamp">Whether values outside the range become 0 or 1.</param>
    /// <exception cref="ArgumentException">The lengths do not fit each other.</exception>
    /// <exception cref="InvalidFeatureException">A feature is NaN or infinite.</exception>
    public static void Scale(ReadOnlySpan<float> features, Span<float> scaled, ReadOnlySpan<ValueRange> ranges, bool clamp = true)
    {
        if (scaled.Length != features.Length)
            throw new ArgumentException($"{features.Length} features have as many scaled values, not {scaled.Length}.", nameof(scaled));
        ValueRanges.Check(features, ranges);
        FeatureCheck.AllFinite(features);
        for (int slot = 0; slot < features.Length; slot++)
        {
            ValueRange range = ranges[ranges.Length == 1 ? 0 : slot];
            double width = (double)range.Highest - range.Lowest, above = (double)features[slot] - range.Lowest;
            double share = width > 0 ? above / width : above > 0 ? 1 : 0;
            scaled[slot] = (float)(clamp ? Math.Clamp(share, 0, 1) : share);
        }
    }
}
