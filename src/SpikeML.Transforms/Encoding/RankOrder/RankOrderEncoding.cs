using System.Buffers;

namespace SpikeML;

/// <summary>
/// Rank order coding (Thorpe and Gautrais 1998): one feature fires at each step, the largest first; of equal ones that of the
/// lower slot. Only the order of the features counts, not their values.
/// </summary>
public static class RankOrderEncoding
{
    /// <summary>Encodes the features of one row.</summary>
    /// <param name="features">Finite values of any range.</param>
    /// <param name="spikes">
    /// Receives NumSteps x features values, time-major; features x features where NumSteps is null. What it held is overwritten.
    /// </param>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit each other.</exception>
    /// <exception cref="InvalidFeatureException">A feature is not finite or outside its range.</exception>
    public static void Encode(ReadOnlySpan<float> features, Span<float> spikes, RankOrderEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        int numSteps = options.Validated().NumSteps ?? features.Length;
        FeatureCodeCheck.Room(features, spikes, numSteps);
        FeatureCheck.AllFinite(features);
        ulong[] rented = ArrayPool<ulong>.Shared.Rent(features.Length);
        Span<ulong> order = rented.AsSpan(0, features.Length);
        for (int slot = 0; slot < features.Length; slot++)
            order[slot] = (ulong)~Ascending(features[slot]) << 32 | (uint)slot;
        order.Sort();
        spikes.Clear();
        for (int step = 0; step < Math.Min(numSteps, features.Length); step++)
            spikes[step * features.Length + (int)(uint)order[step]] = 1;
        ArrayPool<ulong>.Shared.Return(rented);
    }

    /// <summary>
    /// Restores the order of features, as the neurons of Thorpe and Gautrais are driven by it: Modulation^rank, the rank counted
    /// from 0
    /// by what fired before; 0 where there is no spike.
    /// </summary>
    /// <remarks>
    /// The order is restored exactly, as far as single precision tells Modulation^rank apart; of the values nothing is left, and
    /// the largest
    /// becomes 1 whatever it was. Spikes of one step, which the code does not give, have the same rank.
    /// </remarks>
    /// <param name="spikes">Time-major spikes, as <see cref="Encode"/> gives them.</param>
    /// <param name="features">Receives one value a feature, which give their number.</param>
    /// <param name="options">The options that were encoded with.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit each other.</exception>
    /// <exception cref="InvalidFeatureException">A spike is NaN or infinite.</exception>
    public static void Decode(ReadOnlySpan<float> spikes, Span<float> features, RankOrderEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        int numSteps = options.Validated().NumSteps ?? features.Length;
        double drive = 1, next = 1;
        FeatureCodeCheck.Decoding(features, spikes, numSteps);
        features.Clear();
        for (int step = 0; step < numSteps; step++, drive = next)
        {
            for (int slot = 0; slot < features.Length; slot++)
            {
                if (spikes[step * features.Length + slot] != 0)
                    (features[slot], next) = ((float)drive, next * options.Modulation);
            }
        }
    }

    /// <summary>Bits that are ordered as the numbers are; 0 and -0 are the same.</summary>
    private static uint Ascending(float value)
    {
        uint bits = BitConverter.SingleToUInt32Bits(value + 0f);
        return (bits & 0x80000000) != 0 ? ~bits : bits | 0x80000000;
    }
}
