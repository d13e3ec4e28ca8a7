using System.Buffers;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// Poisson interval coding, as BindsNET's <c>poisson</c>: the intervals between spikes are drawn from a Poisson distribution of
/// mean 1000 / (rate * step) steps, where 0 counts as 1; spikes are at their cumulative sums.
/// </summary>
/// <remarks>
/// The first interval counts from before the first step: an interval of 1 is a spike at step 0. These spikes are not a Poisson
/// process: at low rates they are almost regular, and a neuron whose mean interval is much longer than the train never spikes.
/// With <see cref="PoissonIntervalDistribution.Exponential"/> they are one.
/// </remarks>
public static class PoissonIntervalEncoding
{
    /// <summary>A process of so many spikes a step has one in each step, to more than double precision.</summary>
    private const double LargestRate = 40;

    /// <summary>Encodes the features of one row.</summary>
    /// <param name="features">Values of 0 and above; 0 gives no spike.</param>
    /// <param name="spikes">Receives NumSteps x features values, time-major. What it held is overwritten.</param>
    /// <param name="options">The options, with Seed set.</param>
    /// <param name="rowKey">Mixed into the seed.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit each other, or there is no seed.</exception>
    /// <exception cref="InvalidFeatureException">A feature is not finite or outside its range.</exception>
    public static void Encode(ReadOnlySpan<float> features, Span<float> spikes, PoissonIntervalEncodingOptions options,
        ulong rowKey = 0)
    {
        ArgumentNullException.ThrowIfNull(options);
        FeatureCodeCheck.Seed(options.Validated().Seed);
        FeatureCodeCheck.Room(features, spikes, options.NumSteps);
        EncodeRow(features, spikes, options, rowKey);
    }

    /// <summary>Encodes a row whose options and lengths were checked.</summary>
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

    /// <summary>Lists the spikes of a row by their ascending slots; false where there is no room for them.</summary>
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
    /// Room for the slots of all spikes of a row, in all but impossible cases: intervals have no smaller mean than 1 / the rate,
    /// and vary less than those of Bernoulli trials.
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
    /// A Poisson process has a spike in a step with a probability of 1 - exp(-rate), independently of all other steps: the same
    /// as drawing its intervals one after another.
    /// </summary>
    private static ReadOnlySpan<float> Probabilities(ReadOnlySpan<float> features, double spikesPerStep, Span<float> memory)
    {
        Span<double> exponents = stackalloc double[Vector512<double>.Count];
        for (int first = 0; first < features.Length; first += exponents.Length)
        {
            ReadOnlySpan<float> own = features.Slice(first, Math.Min(exponents.Length, features.Length - first));
            for (int lane = 0; lane < own.Length; lane++)
                exponents[lane] = -Math.Min(own[lane] * spikesPerStep, LargestRate);
            Vector512<double> complements = SingleExponential.Complement(Vector512.Create<double>(exponents));
            Vector512.Narrow(complements, complements).GetLower().CopyTo(memory[first..]);
        }
        return memory[..features.Length];
    }

    /// <summary>
    /// Restores features from the mean interval between spikes, whose expectation is m + e^-m for a mean of m steps, since 0
    /// counts as 1: 1000 / (m Gain StepMilliseconds); 0 where there is no spike. Exponential intervals are decoded from the share
    /// of steps without a spike, which is e^(-1 / m).
    /// </summary>
    /// <remarks>
    /// An estimate, whose relative standard error is about 1 / sqrt(NumSteps) for m of 2 to NumSteps / 3; with exponential
    /// intervals it is 1 / sqrt(the number of spikes). The rate of a neuron that fires at each step has no upper bound: it is
    /// taken to have had one interval of one and a half, and with exponential intervals half a step without a spike.
    /// </remarks>
    /// <param name="spikes">Time-major spikes, as <see cref="Encode"/> gives them.</param>
    /// <param name="features">Receives one value a feature, which give their number.</param>
    /// <param name="options">The options that were encoded with; the seed does not count.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit each other.</exception>
    /// <exception cref="InvalidFeatureException">A spike is NaN or infinite.</exception>
    public static void Decode(ReadOnlySpan<float> spikes, Span<float> features, PoissonIntervalEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        FeatureCodeCheck.Decoding(features, spikes, options.Validated().NumSteps);
        DecodeRow(spikes, features, options);
    }

    /// <summary>Decodes a row whose options and lengths were checked.</summary>
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

    /// <summary>Turns numbers of spikes into features; neighbours with the same interval share the work.</summary>
    private static void FromIntervals(
        ReadOnlySpan<double> intervals, Span<float> features, PoissonIntervalEncodingOptions options)
    {
        double last = double.NaN, mean = double.NaN;
        for (int slot = 0; slot < features.Length; slot++)
        {
            if (features[slot] == 0)
                continue;
            double interval = Math.Max(intervals[slot], 1 + 0.5 / features[slot]);
            if (interval != last)
                (last, mean) = (interval, MeanOf(interval));
            features[slot] = (float)(1000 / (mean * options.Gain * options.StepMilliseconds));
        }
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
    /// The m above 0 of which m + e^-m is the expected interval, which is above 1. Newton's steps fall towards it from above.
    /// </summary>
    private static double MeanOf(double interval)
    {
        double mean = interval, step = 1;
        while (step > 1e-12 * mean)
        {
            double rest = Exponential.Of(-mean);
            step = (mean + rest - interval) / (1 - rest);
            mean -= step;
        }
        return mean;
    }
}
