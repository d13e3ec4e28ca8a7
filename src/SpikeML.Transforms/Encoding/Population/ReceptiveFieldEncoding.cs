namespace SpikeML;

/// <summary>
/// Receptive-field coding (Bohte, Kok and La Poutre 2002): each feature drives a group of neurons with Gaussian
/// receptive fields. A neuron that is driven more fires earlier: at round(NumSteps (1 - activation)), or not at all if that is
/// NumSteps.
/// </summary>
public static class ReceptiveFieldEncoding
{
    /// <summary>Encodes the features of one row.</summary>
    /// <param name="features">Finite values; values outside their range drive the outermost fields, or none.</param>
    /// <param name="spikes">
    /// Receives NumSteps x features x fields values, time-major. Its previous contents are overwritten.
    /// </param>
    /// <param name="ranges">The range of each feature, or one range for all.</param>
    /// <param name="options">The options; Range is ignored.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not match.</exception>
    /// <exception cref="InvalidFeatureException">A feature is NaN or infinite.</exception>
    public static void Encode(ReadOnlySpan<float> features, Span<float> spikes, ReadOnlySpan<ValueRange> ranges,
        ReceptiveFieldEncodingOptions options) =>
        EncodeFeatures(features, spikes, ranges, options);

    /// <inheritdoc cref="Encode(ReadOnlySpan{float}, Span{float}, ReadOnlySpan{ValueRange}, ReceptiveFieldEncodingOptions)"/>
    public static void Encode(ReadOnlySpan<double> features, Span<float> spikes, ReadOnlySpan<ValueRange> ranges,
        ReceptiveFieldEncodingOptions options) =>
        EncodeFeatures(features, spikes, ranges, options);

    private static void EncodeFeatures<T>(ReadOnlySpan<T> features, Span<float> spikes, ReadOnlySpan<ValueRange> ranges,
        ReceptiveFieldEncodingOptions options)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(options);
        FeatureCodeCheck.Room(features, spikes, (long)options.Validated().NumSteps * options.NumFields);
        ValueRanges.Check(features.Length, ranges);
        using PooledSpan<GaussianFields> own = new(ranges.Length);
        ToFields(ranges, options.NumFields, options.WidthFactor, own.Span);
        EncodeDense(features, spikes, own.Span, options);
    }

    internal static void EncodeDense<T>(
        ReadOnlySpan<T> features, Span<float> spikes, ReadOnlySpan<GaussianFields> fields,
            ReceptiveFieldEncodingOptions options)
        where T : unmanaged
    {
        using PooledSpan<int> steps = new(features.Length * options.NumFields);
        using PooledSpan<float> distances = new(FieldSteps.Room(steps.Span.Length));
        FeatureCheck.AllFinite(features);
        FieldSteps.Find(features, fields, options.NumSteps, distances.Span, steps.Span);
        spikes.Clear();
        for (int neuron = 0; neuron < steps.Span.Length; neuron++)
        {
            if (steps.Span[neuron] < options.NumSteps)
                spikes[steps.Span[neuron] * steps.Span.Length + neuron] = 1;
        }
    }

    /// <summary>The fields of each range.</summary>
    internal static void ToFields(
        ReadOnlySpan<ValueRange> ranges, int numFields, double widthFactor, Span<GaussianFields> fields)
    {
        for (int i = 0; i < ranges.Length; i++)
            fields[i] = new GaussianFields(numFields, widthFactor, ranges[i].Lowest, ranges[i].Highest);
    }

    /// <summary>
    /// Restores features: the mean of the field centres, weighted by the activations that the spike times represent.
    /// </summary>
    /// <param name="spikes">Time-major spikes, as <c>Encode</c> writes them.</param>
    /// <param name="features">
    /// Receives one value per feature, or the middle of the range if no field fired; its length is the number of features.
    /// </param>
    /// <param name="ranges">The range of each feature, or one range for all.</param>
    /// <param name="options">The options used to encode.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not match.</exception>
    /// <exception cref="InvalidFeatureException">A spike is NaN or infinite.</exception>
    public static void Decode(ReadOnlySpan<float> spikes, Span<float> features, ReadOnlySpan<ValueRange> ranges,
        ReceptiveFieldEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        FeatureCodeCheck.Decoding(features, spikes, (long)options.Validated().NumSteps * options.NumFields);
        DecodeRow(spikes, features, ranges, options);
    }

    /// <summary>Decodes a row of finite spikes.</summary>
    internal static void DecodeRow(
        in SpikeValues spikes, Span<float> features, ReadOnlySpan<ValueRange> ranges, ReceptiveFieldEncodingOptions options)
    {
        ValueRanges.Check(features.Length, ranges);
        CentreMean.Decode(spikes, features, ranges, options, WeightOfStep);
    }

    /// <summary>Earlier spikes have more weight.</summary>
    internal static double WeightOfStep(int step, int numSteps) => 1 - (double)step / numSteps;
}
