namespace SpikeML;

/// <summary>
/// Bin coding, as in the Python package Spike-Encoding: each feature x, scaled to [0, 1], gives m Gaussian responses exp(-(x -
/// centre)^2 / (2 Width^2)) at centres evenly spaced from 0 to 1. Divided by their sum and multiplied by MaxRate, they are the
/// rates of m neurons, whose spikes are drawn or evenly spaced.
/// </summary>
/// <remarks>The draws depend only on the seed, the values and the row key.</remarks>
public static class BinEncoding
{
    /// <summary>Encodes the features of one row.</summary>
    /// <param name="features">Finite values; values outside their range are clamped to it.</param>
    /// <param name="spikes">
    /// Receives NumSteps x features x fields values, time-major. Its previous contents are overwritten.
    /// </param>
    /// <param name="ranges">The range of each feature, or one range for all.</param>
    /// <param name="options">The options, with Seed set unless the spikes are evenly spaced; Range is ignored.</param>
    /// <param name="rowKey">Mixed into the seed.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not match, or Seed is null and spikes are drawn.</exception>
    /// <exception cref="InvalidFeatureException">A feature is NaN or infinite.</exception>
    public static void Encode(
        ReadOnlySpan<float> features, Span<float> spikes, ReadOnlySpan<ValueRange> ranges, BinEncodingOptions options,
            ulong rowKey = 0)
    {
        Check(features, spikes, ranges, options);
        Write(features, spikes, ranges, options, rowKey);
    }

    /// <inheritdoc cref="Encode(ReadOnlySpan{float}, Span{float}, ReadOnlySpan{ValueRange}, BinEncodingOptions, ulong)"/>
    public static void Encode(
        ReadOnlySpan<double> features, Span<float> spikes, ReadOnlySpan<ValueRange> ranges, BinEncodingOptions options,
            ulong rowKey = 0)
    {
        Check(features, spikes, ranges, options);
        using RoundedValues own = new(features);
        Write(own.Values, spikes, ranges, options, rowKey);
    }

    /// <summary>Encodes a row whose options and lengths have been checked.</summary>
    internal static void Write(
        in ColumnValues features, Span<float> spikes, ReadOnlySpan<ValueRange> ranges, BinEncodingOptions options,
            ulong rowKey)
    {
        FeatureCheck.AllFinite(features);
        using PooledSpan<float> memory = new(BinRates.Room(features.Length, options.NumFields));
        ReadOnlySpan<float> rates = BinRates.Of(features, ranges, options, memory.Span);
        if (options.IsDrawn)
            BernoulliTrials.Encode(rates, RowHash.DrawKey(options.Seed!.Value, features.Singles, rowKey), 0, spikes);
        else
            Space(rates, spikes);
    }

    /// <summary>Lists the ascending slots of a row's drawn spikes; returns false if there is not enough room for them.</summary>
    internal static bool TryEncodeSlots(
        in ColumnValues features, Span<int> slots, ReadOnlySpan<ValueRange> ranges, BinEncodingOptions options, ulong rowKey,
            out int count)
    {
        FeatureCheck.AllFinite(features);
        using PooledSpan<float> memory = new(BinRates.Room(features.Length, options.NumFields));
        ReadOnlySpan<float> rates = BinRates.Of(features, ranges, options, memory.Span);
        return BernoulliTrials.TryEncodeSlots(
            rates, RowHash.DrawKey(options.Seed!.Value, features.Singles, rowKey), new(rates.Length, 0, options.NumSteps), slots,
                out count);
    }

    /// <summary>Restores features: the mean of the bin centres, weighted by the spikes of their neurons.</summary>
    /// <remarks>
    /// This is an estimate. Near the ends of the range, where there are no bins beyond, it is biased inwards, by up to 0.8 Width
    /// of the range at the very ends. Drawn spikes add a standard deviation of at most Width / sqrt(MaxRate NumSteps) of the
    /// range. If bins are more than 2 Width apart, the estimate is pulled towards the nearest centre.
    /// </remarks>
    /// <param name="spikes">Time-major spikes, as <c>Encode</c> writes them.</param>
    /// <param name="features">
    /// Receives one value per feature, or the middle of the range if no bin fired; its length is the number of features.
    /// </param>
    /// <param name="ranges">The range of each feature, or one range for all.</param>
    /// <param name="options">The options used to encode; the seed is ignored.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not match.</exception>
    /// <exception cref="InvalidFeatureException">A spike is NaN or infinite.</exception>
    public static void Decode(ReadOnlySpan<float> spikes, Span<float> features, ReadOnlySpan<ValueRange> ranges,
        BinEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        FeatureCodeCheck.Decoding(features, spikes, (long)options.Validated().NumSteps * options.NumFields);
        ValueRanges.Check(features.Length, ranges);
        DecodeRow(spikes, features, ranges, options);
    }

    /// <summary>Same as <see cref="Decode"/>, with options and lengths that have been checked.</summary>
    internal static void DecodeRow(
        in SpikeValues spikes, Span<float> features, ReadOnlySpan<ValueRange> ranges, BinEncodingOptions options)
    {
        int fields = options.NumFields;
        using PooledSpan<float> counts = new(features.Length * fields);
        spikes.Count(counts.Span);
        for (int slot = 0; slot < features.Length; slot++)
        {
            ValueRange range = ranges[ranges.Length == 1 ? 0 : slot];
            double share = MeanCentre(counts.Span.Slice(slot * fields, fields));
            features[slot] = (float)(range.Lowest + share * (range.Highest - range.Lowest));
        }
    }

    /// <summary>
    /// Evenly spaced spikes at the given rate: one at each step at which the accumulated rate passes a whole number.
    /// </summary>
    private static void Space(ReadOnlySpan<float> rates, Span<float> spikes)
    {
        int numSteps = rates.IsEmpty ? 0 : spikes.Length / rates.Length;
        for (int step = 0; step < numSteps; step++)
        {
            Span<float> own = spikes.Slice(step * rates.Length, rates.Length);
            for (int neuron = 0; neuron < own.Length; neuron++)
                own[neuron] = (float)(Math.Floor((step + 1) * (double)rates[neuron]) - Math.Floor(step * (double)rates[neuron]));
        }
    }

    private static void Check<T>(
        ReadOnlySpan<T> features, ReadOnlySpan<float> spikes, ReadOnlySpan<ValueRange> ranges, BinEncodingOptions options)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(options);
        FeatureCodeCheck.Room(features, spikes, (long)options.Validated().NumSteps * options.NumFields);
        ValueRanges.Check(features.Length, ranges);
        if (options.IsDrawn)
            FeatureCodeCheck.Seed(options.Seed);
    }

    private static double MeanCentre(ReadOnlySpan<float> counts)
    {
        double weights = 0, sum = 0;
        for (int bin = 0; bin < counts.Length; bin++)
        {
            weights += counts[bin];
            sum += (double)counts[bin] * bin;
        }
        return weights > 0 ? sum / (weights * (counts.Length - 1.0)) : 0.5;
    }
}
