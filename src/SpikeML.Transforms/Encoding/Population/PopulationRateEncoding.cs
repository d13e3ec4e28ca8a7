using System.Buffers;

namespace SpikeML;

/// <summary>
/// Population rate coding, as in Norse's and SpikingJelly's population encoders: each feature drives a group of neurons with
/// Gaussian receptive fields, and at each step a neuron spikes with its activation as the probability.
/// </summary>
/// <remarks>
/// The draws depend only on the seed, the values and the row key. A neuron with an activation below 2^-32 never spikes.
/// </remarks>
public static class PopulationRateEncoding
{
    /// <summary>Encodes the features of one row.</summary>
    /// <param name="features">Finite values; values outside their range drive the outermost fields, or none.</param>
    /// <param name="spikes">
    /// Receives NumSteps x features x fields values, time-major. Its previous contents are overwritten.
    /// </param>
    /// <param name="ranges">The range of each feature, or one range for all.</param>
    /// <param name="options">The options, with Seed set; Range is ignored.</param>
    /// <param name="rowKey">Mixed into the seed.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not match, or Seed is null.</exception>
    /// <exception cref="InvalidFeatureException">A feature is NaN or infinite.</exception>
    public static void Encode(
        ReadOnlySpan<float> features, Span<float> spikes, ReadOnlySpan<ValueRange> ranges, PopulationRateEncodingOptions options,
            ulong rowKey = 0)
    {
        Check(features, spikes, ranges, options);
        EncodeRow(features, spikes, ranges, options, rowKey);
    }

    /// <inheritdoc
    /// cref="Encode(ReadOnlySpan{float}, Span{float}, ReadOnlySpan{ValueRange}, PopulationRateEncodingOptions, ulong)"/>
    public static void Encode(
        ReadOnlySpan<double> features, Span<float> spikes, ReadOnlySpan<ValueRange> ranges, PopulationRateEncodingOptions options,
            ulong rowKey = 0)
    {
        Check(features, spikes, ranges, options);
        using RoundedValues own = new(features);
        EncodeRow(own.Values, spikes, ranges, options, rowKey);
    }

    private static void Check<T>(ReadOnlySpan<T> features, ReadOnlySpan<float> spikes, ReadOnlySpan<ValueRange> ranges,
        PopulationRateEncodingOptions options)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(options);
        FeatureCodeCheck.Seed(options.Validated().Seed);
        FeatureCodeCheck.Room(features, spikes, (long)options.NumSteps * options.NumFields);
        ValueRanges.Check(features.Length, ranges);
    }

    /// <summary>Encodes a row whose options and lengths have been checked.</summary>
    internal static void EncodeRow(
        in ColumnValues features, Span<float> spikes, ReadOnlySpan<ValueRange> ranges, PopulationRateEncodingOptions options,
        ulong rowKey)
    {
        FeatureCheck.AllFinite(features);
        if (options.IsSecondFormat)
        {
            SecondFormatRates.EncodePopulation(features.Singles, spikes, ranges, options, rowKey);
            return;
        }
        float[] rented = ArrayPool<float>.Shared.Rent(FieldActivations.Room(features.Length, options.NumFields));
        ReadOnlySpan<float> activations = FieldActivations.Of(features, ranges, options, rented);
        BernoulliTrials.Encode(activations, RowHash.DrawKey(options.Seed!.Value, features.Singles, rowKey), 0, spikes);
        ArrayPool<float>.Shared.Return(rented);
    }

    /// <summary>Lists the spikes of a row by their ascending slots; returns false if there is not enough room for them.</summary>
    internal static bool TryEncodeSlots(
        in ColumnValues features, Span<int> slots, ReadOnlySpan<ValueRange> ranges, PopulationRateEncodingOptions options,
        ulong rowKey, out int count)
    {
        FeatureCheck.AllFinite(features);
        float[] rented = ArrayPool<float>.Shared.Rent(FieldActivations.Room(features.Length, options.NumFields));
        ReadOnlySpan<float> activations = FieldActivations.Of(features, ranges, options, rented);
        bool complete = BernoulliTrials.TryEncodeSlots(
            activations, RowHash.DrawKey(options.Seed!.Value, features.Singles, rowKey),
            new(activations.Length, 0, options.NumSteps), slots, out count);
        ArrayPool<float>.Shared.Return(rented);
        return complete;
    }

    /// <summary>Room for the slots of all spikes of a row, except in practically impossible cases.</summary>
    internal static int RoomForSlots(
        in ColumnValues features, ReadOnlySpan<ValueRange> ranges, PopulationRateEncodingOptions options)
    {
        float[] rented = ArrayPool<float>.Shared.Rent(FieldActivations.Room(features.Length, options.NumFields));
        double mean = BernoulliTrials.Expected(FieldActivations.Of(features, ranges, options, rented), 1) * options.NumSteps;
        ArrayPool<float>.Shared.Return(rented);
        return BernoulliTrials.RoomForSlots(mean);
    }

    /// <summary>Restores features: the mean of the field centres, weighted by the neurons' rates.</summary>
    /// <remarks>
    /// This is an estimate. For a feature within its range, fields of the default width and a distance of d between centres, the
    /// standard deviation of the error is at most 0.5 d / sqrt(NumSteps). Its mean is at most 0.1 d, at the ends of the range,
    /// where there are no fields beyond.
    /// </remarks>
    /// <param name="spikes">Time-major spikes, as <c>Encode</c> writes them.</param>
    /// <param name="features">
    /// Receives one value per feature, or the middle of the range if no field fired; its length is the number of features.
    /// </param>
    /// <param name="ranges">The range of each feature, or one range for all.</param>
    /// <param name="options">The options used to encode; the seed is ignored.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not match.</exception>
    /// <exception cref="InvalidFeatureException">A spike is NaN or infinite.</exception>
    public static void Decode(ReadOnlySpan<float> spikes, Span<float> features, ReadOnlySpan<ValueRange> ranges,
        PopulationRateEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        FeatureCodeCheck.Decoding(features, spikes, (long)options.Validated().NumSteps * options.NumFields);
        ValueRanges.Check(features.Length, ranges);
        DecodeRow(spikes, features, ranges, options);
    }

    /// <summary>Decodes a row whose options have been checked.</summary>
    internal static void DecodeRow(
        in SpikeValues spikes, Span<float> features, ReadOnlySpan<ValueRange> ranges, PopulationRateEncodingOptions options)
    {
        CentreMean.Decode(spikes, features, ranges, options, WeightOfStep);
    }

    /// <summary>Every spike has the same weight.</summary>
    internal static double WeightOfStep(int step, int numSteps) => 1;
}
