using System.Buffers;
using System.Runtime.InteropServices;

namespace SpikeML;

/// <summary>
/// Signed rate coding, as in Norse's <c>signed_poisson_encode</c>: at each step, a neuron spikes with the absolute value of its
/// feature as the probability, and the spike has the feature's sign, 1 or -1.
/// </summary>
public static class SignedRateEncoding
{
    /// <summary>Encodes the features of one row.</summary>
    /// <param name="features">Finite values; values above 1 or below -1 spike at every step.</param>
    /// <param name="spikes">Receives NumSteps x features values, time-major. Its previous contents are overwritten.</param>
    /// <param name="options">The options, with Seed set.</param>
    /// <param name="rowKey">Mixed into the seed.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not match, or Seed is null.</exception>
    /// <exception cref="InvalidFeatureException">A feature is not finite or outside its range.</exception>
    public static void Encode(ReadOnlySpan<float> features, Span<float> spikes, SignedRateEncodingOptions options,
        ulong rowKey = 0)
    {
        ArgumentNullException.ThrowIfNull(options);
        FeatureCodeCheck.Seed(options.Validated().Seed);
        FeatureCodeCheck.Room(features, spikes, options.NumSteps);
        EncodeRow(features, spikes, options, rowKey);
    }

    /// <summary>Encodes a row whose options and lengths have been checked.</summary>
    internal static void EncodeRow(
        ReadOnlySpan<float> features, Span<float> spikes, SignedRateEncodingOptions options, ulong rowKey)
    {
        FeatureCheck.AllFinite(features);
        if (options.IsSecondFormat)
        {
            SecondFormatRates.EncodeSigned(features, spikes, options, rowKey);
            return;
        }
        spikes.Clear();
        SignedDenseSink sink = new(spikes);
        Draw(features, options, rowKey, ref sink);
    }

    /// <summary>Lists the spikes of a row by their ascending slots; returns false if there is not enough room for them.</summary>
    internal static bool TryEncodeSlots(
        ReadOnlySpan<float> features, Span<int> slots, Span<float> values, SignedRateEncodingOptions options, ulong rowKey,
        out int count)
    {
        FeatureCheck.AllFinite(features);
        SignedSlotSink sink = new(slots, values);
        bool complete = Draw(features, options, rowKey, ref sink);
        count = sink.Count;
        return complete;
    }

    /// <summary>Room for the slots of all spikes of a row, in all but impossible cases.</summary>
    internal static int RoomForSlots(ReadOnlySpan<float> features, SignedRateEncodingOptions options) =>
        BernoulliTrials.RoomForSlots(BernoulliTrials.Expected(features, (float)options.Gain) * options.NumSteps);

    private static bool Draw<TSink>(ReadOnlySpan<float> features, SignedRateEncodingOptions options, ulong rowKey, ref TSink sink)
        where TSink : ISpikeSink, allows ref struct
    {
        int capacity = ActiveNeurons.Capacity(features.Length);
        int[] rented = ArrayPool<int>.Shared.Rent(2 * capacity);
        Span<int> neurons = rented.AsSpan(0, capacity);
        // The signs are part of the key, so a row and its negative have different draws.
        SpikeDraws draws = new(RowHash.DrawKey(options.Seed!.Value, features, rowKey));
        ActiveNeurons active = ActiveNeurons.SelectSigned(
            features, (float)options.Gain, neurons, MemoryMarshal.Cast<int, uint>(rented.AsSpan(capacity, capacity)));
        bool complete = BernoulliTrials.Draw(active, new(features.Length, 0, options.NumSteps), ref draws, ref sink);
        ArrayPool<int>.Shared.Return(rented);
        return complete;
    }

    /// <summary>
    /// Restores features: the sum of the spikes / (NumSteps Gain). For a probability p = |x Gain| of at most 1, the error has a
    /// mean of 0 and a standard deviation of sqrt(p (1 - p) / NumSteps) / |Gain|.
    /// </summary>
    /// <param name="spikes">Time-major spikes, as <see cref="Encode"/> writes them.</param>
    /// <param name="features">Receives one value per feature; its length is the number of features.</param>
    /// <param name="options">The options used to encode; the seed is ignored.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not match, or Gain is 0.</exception>
    /// <exception cref="InvalidFeatureException">A spike is NaN or infinite.</exception>
    public static void Decode(ReadOnlySpan<float> spikes, Span<float> features, SignedRateEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validated();
        FeatureCodeCheck.Invertible(options.Gain, nameof(options.Gain));
        FeatureCodeCheck.Decoding(features, spikes, options.NumSteps);
        DecodeRow(spikes, features, options);
    }

    /// <summary>Decodes a row whose options and lengths have been checked.</summary>
    internal static void DecodeRow(in SpikeValues spikes, Span<float> features, SignedRateEncodingOptions options)
    {
        spikes.Sum(features);
        ValueMap.Apply(features, new Division(options.NumSteps * options.Gain));
    }
}
