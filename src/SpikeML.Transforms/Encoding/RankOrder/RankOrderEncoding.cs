using System.Numerics;
using System.Runtime.CompilerServices;

namespace SpikeML;

/// <summary>
/// Rank order coding (Thorpe and Gautrais 1998): one feature fires at each step, the largest first; of equal features, the one
/// with the lower slot fires first. Only the order of the features matters, not their values.
/// </summary>
public static class RankOrderEncoding
{
    /// <summary>Encodes the features of one row.</summary>
    /// <param name="features">Finite values of any range.</param>
    /// <param name="spikes">
    /// Receives NumSteps x features values, time-major; features x features if NumSteps is null. Its previous contents are
    /// overwritten.
    /// </param>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not match.</exception>
    /// <exception cref="InvalidFeatureException">A feature is not finite or outside its range.</exception>
    public static void Encode(ReadOnlySpan<float> features, Span<float> spikes, RankOrderEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        int numSteps = options.Validated().NumSteps ?? features.Length;
        FeatureCodeCheck.Room(features, spikes, numSteps);
        EncodeDense(features, spikes, numSteps);
    }

    internal static void EncodeDense(in ColumnValues features, Span<float> spikes, int numSteps)
    {
        using PooledSpan<int> memory = new(Math.Min(numSteps, features.Length));
        EncodeSlots(features, memory.Span);
        spikes.Clear();
        foreach (int slot in memory.Span)
            spikes[slot] = 1;
    }

    /// <summary>Writes the slots of the spikes: one per step, as long as there are features.</summary>
    internal static void EncodeSlots(in ColumnValues features, Span<int> slots)
    {
        FeatureCheck.AllFinite(features);
        if (features.Length == 0)
            return;
        if (features.AreDoubles)
            WideRankSort.Largest(features.Doubles, slots);
        else
            RankSort.Largest(features.Singles, slots);
        for (int step = 0, first = 0; step < slots.Length; step++, first += features.Length)
            slots[step] += first;
    }

    /// <summary>
    /// Restores the order of features as the drive of Thorpe and Gautrais's neurons: Modulation^rank, where the rank is the
    /// number of features that fired before, or 0 if there is no spike.
    /// </summary>
    /// <remarks>
    /// The order is restored exactly, as far as single precision distinguishes Modulation^rank. The values are lost: the largest
    /// always becomes 1. Spikes at the same step, which the encoder never writes, have the same rank.
    /// </remarks>
    /// <param name="spikes">Time-major spikes, as <see cref="Encode"/> writes them.</param>
    /// <param name="features">Receives one value per feature; its length is the number of features.</param>
    /// <param name="options">The options used to encode.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not match.</exception>
    /// <exception cref="InvalidFeatureException">A spike is NaN or infinite.</exception>
    public static void Decode(ReadOnlySpan<float> spikes, Span<float> features, RankOrderEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        int numSteps = options.Validated().NumSteps ?? features.Length;
        FeatureCodeCheck.Decoding(features, spikes, numSteps);
        DecodeRow(spikes, features, options);
    }

    /// <summary>Decodes a row of finite spikes.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    internal static void DecodeRow(ReadOnlySpan<float> spikes, Span<float> features, RankOrderEncodingOptions options)
    {
        double drive = 1, next = 1;
        features.Clear();
        for (int first = 0; first < spikes.Length; first += features.Length, drive = next)
        {
            ReadOnlySpan<float> step = spikes.Slice(first, features.Length);
            for (int slot = 0; slot < step.Length; slot += Lanes.Count)
            {
                for (uint spiking = Lanes.NotZero(step, slot); spiking != 0; spiking &= spiking - 1)
                    (features[slot + BitOperations.TrailingZeroCount(spiking)], next) = ((float)drive, next * options.Modulation);
            }
        }
    }
}
