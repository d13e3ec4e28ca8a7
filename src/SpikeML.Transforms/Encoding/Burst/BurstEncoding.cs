using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// Burst coding (Guo et al. 2021, as in Spikify): a feature P gives ceil(P MaxSpikes) spikes, with ceil(MaxGap - P (MaxGap -
/// MinGap)) silent steps between them, so larger features give more spikes, closer together.
/// </summary>
public static class BurstEncoding
{
    /// <summary>Encodes the features of one row.</summary>
    /// <param name="features">Values in [0, 1]; 0 gives no spike.</param>
    /// <param name="spikes">Receives NumSteps x features values, time-major. Its previous contents are overwritten.</param>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not match.</exception>
    /// <exception cref="InvalidFeatureException">A feature is not finite or outside its range.</exception>
    public static void Encode(ReadOnlySpan<float> features, Span<float> spikes, BurstEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validated();
        FeatureCodeCheck.Room(features, spikes, options.NumSteps);
        EncodeDense(features, spikes, options);
    }

    internal static void EncodeDense(ReadOnlySpan<float> features, Span<float> spikes, BurstEncodingOptions options)
    {
        FeatureCheck.AllUnit(features);
        using PooledSpan<Vector512<int>> memory = new(PeriodicSpikes.Length(features.Length));
        PeriodicSpikes trains = new(memory.Span, features.Length);
        ToBursts(features, options, trains);
        trains.WriteDense(spikes);
    }

    /// <summary>Writes the ascending slots of the spikes.</summary>
    /// <returns>False if there is not enough room for all of them.</returns>
    internal static bool TryEncodeSlots(ReadOnlySpan<float> features, Span<int> slots, BurstEncodingOptions options,
        out int count)
    {
        FeatureCheck.AllUnit(features);
        using PooledSpan<Vector512<int>> memory = new(PeriodicSpikes.Length(features.Length));
        PeriodicSpikes trains = new(memory.Span, features.Length);
        double all = ToBursts(features, options, trains);
        count = (int)Math.Min(all, slots.Length);
        if (all > slots.Length)
            return false;
        trains.WriteSlots(slots, count);
        return true;
    }

    /// <summary>Finds the number and the distance of each feature's spikes, and returns the total number.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static double ToBursts(ReadOnlySpan<float> features, BurstEncodingOptions options, PeriodicSpikes trains)
    {
        Vector512<double> sum = Vector512<double>.Zero;
        for (int slot = 0; slot < features.Length; slot += Lanes.Count)
        {
            (Vector512<double> left, Vector512<double> right) = Vector512.Widen(Lanes.Load(features, slot, padding: 0));
            Vector512<double> leftCount = Vector512.Ceiling(left * options.MaxSpikes),
                rightCount = Vector512.Ceiling(right * options.MaxSpikes);
            Vector512<double> leftInterval = Interval(left, options), rightInterval = Interval(right, options),
                one = Vector512<double>.One;
            sum += leftCount + rightCount;
            Vector512<int> silent = Vector512.Equals(Lanes.ToInt32(leftCount, rightCount), Vector512<int>.Zero);
            trains.Next[slot / Lanes.Count] = silent & Vector512.Create(PeriodicSpikes.Never);
            trains.Interval[slot / Lanes.Count] = Lanes.ToInt32(leftInterval, rightInterval);
            trains.End[slot / Lanes.Count] = Lanes.ToInt32((leftCount - one) * leftInterval + one,
                (rightCount - one) * rightInterval + one);
        }
        return Vector512.Sum(sum);
    }

    /// <summary>The steps from one spike to the next, or for a single spike at most the number of steps of the train.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Interval(Vector512<double> features, BurstEncodingOptions options)
    {
        Vector512<double> gap =
            Vector512.Ceiling(Vector512.Create((double)options.MaxGap) - features * (options.MaxGap - options.MinGap));
        return Vector512.Min(gap, Vector512.Create((double)options.NumSteps)) + Vector512<double>.One;
    }

    /// <summary>
    /// Restores features from the number n of spikes: (n - 1/2) / MaxSpikes, off by at most 1 / (2 MaxSpikes), or 0 if there are
    /// no spikes.
    /// </summary>
    /// <param name="spikes">Time-major spikes, as <see cref="Encode"/> writes them.</param>
    /// <param name="features">Receives one value per feature; its length is the number of features.</param>
    /// <param name="options">The options used to encode.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not match.</exception>
    /// <exception cref="InvalidFeatureException">A spike is NaN or infinite.</exception>
    public static void Decode(ReadOnlySpan<float> spikes, Span<float> features, BurstEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validated();
        FeatureCodeCheck.Decoding(features, spikes, options.NumSteps);
        DecodeRow(spikes, features, options);
    }

    /// <summary>Decodes a row of finite spikes.</summary>
    internal static void DecodeRow(in SpikeValues spikes, Span<float> features, BurstEncodingOptions options)
    {
        spikes.Count(features);
        ValueMap.Apply(features, new FromCount(options.MaxSpikes));
    }

    private readonly struct FromCount(double maxSpikes) : IValueMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public DoubleLanes Of(DoubleLanes values)
        {
            DoubleLanes features = (values - 0.5) / maxSpikes;
            return new(
                Vector512.AndNot(features.Lower, Vector512.Equals(values.Lower, Vector512<double>.Zero)),
                Vector512.AndNot(features.Upper, Vector512.Equals(values.Upper, Vector512<double>.Zero)));
        }
    }

    /// <summary>
    /// The number of steps of the longest burst: for each number of spikes, that of the smallest feature with that many.
    /// </summary>
    internal static long StepsNeeded(BurstEncodingOptions options)
    {
        long needed = 1;
        for (int spikes = 2; spikes <= options.MaxSpikes; spikes++)
        {
            double smallest = (double)(spikes - 1) / options.MaxSpikes;
            long gap = (long)Math.Ceiling(options.MaxGap - smallest * (options.MaxGap - options.MinGap));
            needed = Math.Max(needed, (spikes - 1) * (gap + 1) + 1);
        }
        return needed;
    }
}
