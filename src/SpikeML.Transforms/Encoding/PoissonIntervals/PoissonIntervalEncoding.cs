using System.Buffers;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// Poisson interval coding, as in BindsNET's <c>poisson</c>: the intervals between spikes are drawn from a Poisson distribution
/// with a mean of 1000 / (rate * step) steps, with 0 counted as 1; spikes fall on their cumulative sums.
/// </summary>
/// <remarks>
/// The first interval starts before step 0, so an interval of 1 is a spike at step 0. The spikes are not a Poisson process: at
/// low rates they are almost regular, and a neuron whose mean interval is much longer than the train never spikes.
/// <see cref="PoissonIntervalDistribution.Exponential"/> gives a Poisson process.
/// </remarks>
public static class PoissonIntervalEncoding
{
    /// <summary>A process with this many spikes per step has a spike in every step, to beyond double precision.</summary>
    private const double LargestRate = 40;

    /// <summary>Encodes the features of one row.</summary>
    /// <param name="features">Values of 0 and above; 0 gives no spike.</param>
    /// <param name="spikes">Receives NumSteps x features values, time-major. Its previous contents are overwritten.</param>
    /// <param name="options">The options, with Seed set.</param>
    /// <param name="rowKey">Mixed into the seed.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not match, or Seed is null.</exception>
    /// <exception cref="InvalidFeatureException">A feature is not finite or outside its range.</exception>
    public static void Encode(ReadOnlySpan<float> features, Span<float> spikes, PoissonIntervalEncodingOptions options,
        ulong rowKey = 0)
    {
        ArgumentNullException.ThrowIfNull(options);
        FeatureCodeCheck.Seed(options.Validated().Seed);
        FeatureCodeCheck.Room(features, spikes, options.NumSteps);
        EncodeRow(features, spikes, options, rowKey);
    }

    /// <summary>Encodes a row whose options and lengths have been checked.</summary>
    internal static void EncodeRow(
        ReadOnlySpan<float> features, Span<float> spikes, PoissonIntervalEncodingOptions options, ulong rowKey)
    {
        FeatureCodeCheck.AllNotNegative(features);
        if (options is { IsSecondFormat: true, Intervals: PoissonIntervalDistribution.Poisson })
        {
            SecondFormatIntervals.Encode(features, spikes, options, rowKey);
            return;
        }
        spikes.Clear();
        DenseSink sink = new(spikes);
        Draw(features, options, rowKey, ref sink);
    }

    /// <summary>Lists the ascending slots of a row's spikes; returns false if there is not enough room for them.</summary>
    internal static bool TryEncodeSlots(
        ReadOnlySpan<float> features, Span<int> slots, PoissonIntervalEncodingOptions options, ulong rowKey, out int count)
    {
        FeatureCodeCheck.AllNotNegative(features);
        SlotSink sink = new(slots);
        bool complete = Draw(features, options, rowKey, ref sink);
        count = sink.Count;
        return complete;
    }

    /// <summary>
    /// Room for the slots of all spikes of a row, except in practically impossible cases: the mean interval is at least 1 / rate,
    /// and intervals vary less than those of Bernoulli trials.
    /// </summary>
    internal static int RoomForSlots(ReadOnlySpan<float> features, PoissonIntervalEncodingOptions options) =>
        BernoulliTrials.RoomForSlots(BernoulliTrials.Expected(features, (float)options.SpikesPerStep) * options.NumSteps);

    private static bool Draw<TSink>(
        ReadOnlySpan<float> features, PoissonIntervalEncodingOptions options, ulong rowKey, ref TSink sink)
        where TSink : ISpikeSink, allows ref struct
    {
        ulong key = RowHash.DrawKey(options.Seed!.Value, features, rowKey);
        double[] rented = ArrayPool<double>.Shared.Rent(ActiveNeurons.Capacity(features.Length));
        bool complete;
        if (options.Intervals == PoissonIntervalDistribution.Poisson)
        {
            Span<double> means = rented.AsSpan(0, features.Length);
            TensorPrimitives.ConvertTruncating(features, means);
            TensorPrimitives.Multiply(means, options.SpikesPerStep, means);
            TensorPrimitives.Divide(1, means, means);
            complete = IntervalTrains.Draw(means, options.NumSteps, key, ref sink);
        }
        else
        {
            ReadOnlySpan<float> probabilities = Probabilities(
                features, options.SpikesPerStep, MemoryMarshal.Cast<double, float>(rented.AsSpan()));
            complete = BernoulliTrials.Draw(probabilities, key, new(features.Length, 0, options.NumSteps), ref sink);
        }
        ArrayPool<double>.Shared.Return(rented);
        return complete;
    }

    /// <summary>
    /// A Poisson process has a spike in a step with probability 1 - exp(-rate), independently of all other steps, which is
    /// equivalent to drawing its intervals one after another.
    /// </summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static ReadOnlySpan<float> Probabilities(ReadOnlySpan<float> features, double spikesPerStep, Span<float> memory)
    {
        Span<double> exponents = stackalloc double[Vector512<double>.Count];
        for (int first = 0; first < features.Length; first += exponents.Length)
        {
            ReadOnlySpan<float> own = features.Slice(first, Math.Min(exponents.Length, features.Length - first));
            for (int lane = 0; lane < own.Length; lane++)
                exponents[lane] = -Math.Min(own[lane] * spikesPerStep, LargestRate);
            Vector512<double> complements = SingleExponential.Complement(Vector512.Create<double>(exponents));
            LaneNarrowing.Narrow(complements).CopyTo(memory[first..]);
        }
        return memory[..features.Length];
    }

    /// <summary>
    /// Restores features from the mean interval between spikes, whose expectation is m + e^-m for a mean of m steps, since 0
    /// counts as 1: 1000 / (m Gain StepMilliseconds), or 0 if there are no spikes. Exponential intervals are decoded from the
    /// share of steps without a spike, e^(-1 / m).
    /// </summary>
    /// <remarks>
    /// This is an estimate with a relative standard error of about 1 / sqrt(NumSteps) for m from 2 to NumSteps / 3, or 1 /
    /// sqrt(number of spikes) for exponential intervals. The rate of a neuron that fires at every step has no upper bound; it is
    /// decoded as if one interval had been one and a half steps or, for exponential intervals, as if half a step had been silent.
    /// </remarks>
    /// <param name="spikes">Time-major spikes, as <see cref="Encode"/> writes them.</param>
    /// <param name="features">Receives one value per feature; its length is the number of features.</param>
    /// <param name="options">The options used to encode; the seed is ignored.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not match.</exception>
    /// <exception cref="InvalidFeatureException">A spike is NaN or infinite.</exception>
    public static void Decode(ReadOnlySpan<float> spikes, Span<float> features, PoissonIntervalEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        FeatureCodeCheck.Decoding(features, spikes, options.Validated().NumSteps);
        DecodeRow(spikes, features, options);
    }

    /// <summary>Decodes a row whose options and lengths have been checked.</summary>
    internal static void DecodeRow(in SpikeValues spikes, Span<float> features, PoissonIntervalEncodingOptions options)
    {
        spikes.Count(features);
        if (options.Intervals == PoissonIntervalDistribution.Exponential)
        {
            FromCounts(features, options);
            return;
        }
        using PooledSpan<double> intervals = new(Lanes.Padded(features.Length));
        spikes.MeanIntervals(intervals.Span, features.Length);
        FromIntervals(intervals.Span, features, options);
    }

    /// <summary>Converts spike counts to features, sixteen at a time; both spans have room for whole vectors.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static void FromIntervals(
        ReadOnlySpan<double> intervals, Span<float> features, PoissonIntervalEncodingOptions options)
    {
        for (int slot = 0; slot < features.Length; slot += Lanes.Count)
        {
            DoubleLanes counts = DoubleLanes.Widen(Lanes.Load(features, slot, padding: 0));
            Vector512<double> lower = FromIntervals(Vector512.Create(intervals[slot..]), counts.Lower, options);
            Vector512<double> upper = FromIntervals(
                Vector512.Create(intervals[(slot + Vector512<double>.Count)..]), counts.Upper, options);
            Lanes.Store(LaneNarrowing.Narrow(lower, upper), features, slot);
        }
    }

    private static Vector512<double> FromIntervals(
        Vector512<double> intervals, Vector512<double> counts, PoissonIntervalEncodingOptions options)
    {
        Vector512<double> silent = Vector512.Equals(counts, Vector512<double>.Zero);
        Vector512<double> least = Vector512<double>.One + Vector512.Create(0.5) / counts;
        intervals = Lanes.Select(silent, Vector512.Create(2.0), Vector512.Max(intervals, least));
        Vector512<double> features = Vector512.Create(1000.0) / (MeansOf(intervals) * options.Gain * options.StepMilliseconds);
        return Vector512.AndNot(features, silent);
    }

    /// <summary>The features that give each number of spikes, from 0 to the number of steps.</summary>
    internal static float[] FeaturesOfCounts(PoissonIntervalEncodingOptions options)
    {
        float[] features = [.. Enumerable.Range(0, options.NumSteps + 1).Select(count => (float)count)];
        FromCounts(features, options);
        return features;
    }

    private static void FromCounts(Span<float> features, PoissonIntervalEncodingOptions options)
    {
        foreach (ref float count in features)
        {
            double silent = Math.Max(options.NumSteps - count, 0.5);
            count = count == 0 ? 0 : (float)(-Logarithm.Of(silent / options.NumSteps) / options.SpikesPerStep);
        }
    }

    /// <summary>
    /// Solves m + e^-m = expected interval for m above 0, where the interval is above 1. Newton's method converges from above; a
    /// neuron whose mean is found keeps it.
    /// </summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static Vector512<double> MeansOf(Vector512<double> intervals)
    {
        Vector512<double> means = intervals, open = Vector512<double>.AllBitsSet;
        while (open != Vector512<double>.Zero)
        {
            Vector512<double> rest = Exponential.Of(-means);
            Vector512<double> step = (means + rest - intervals) / (Vector512<double>.One - rest);
            means = Lanes.Select(open, means - step, means);
            open &= Vector512.GreaterThan(step, means * 1e-12);
        }
        return means;
    }
}
