using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// LIF current coding, as in Norse's <c>constant_current_lif_encode</c>: each feature is a constant current into a leaky
/// integrate-and-fire neuron, v += step * membrane rate * (leak potential - v + current). When v reaches the threshold, the
/// neuron spikes and v is reset.
/// </summary>
public static class LifCurrentEncoding
{
    /// <summary>Encodes the features of one row.</summary>
    /// <param name="features">Finite currents.</param>
    /// <param name="spikes">Receives NumSteps x features values, time-major. Its previous contents are overwritten.</param>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not match.</exception>
    /// <exception cref="InvalidFeatureException">A feature is not finite or outside its range.</exception>
    public static void Encode(ReadOnlySpan<float> features, Span<float> spikes, LifCurrentEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validated();
        FeatureCodeCheck.Room(features, spikes, options.NumSteps);
        EncodeDense(features, spikes, options);
    }

    internal static void EncodeDense(in ColumnValues features, Span<float> spikes, LifCurrentEncodingOptions options)
    {
        FeatureCheck.AllFinite(features);
        using PooledSpan<Vector512<int>> memory = new(PeriodicSpikes.Length(features.Length));
        PeriodicSpikes trains = new(memory.Span, features.Length);
        ToIntervals(features, options, trains);
        trains.WriteDense(spikes);
    }

    /// <summary>Writes the ascending slots of the spikes.</summary>
    /// <returns>False if there is not enough room for all of them.</returns>
    internal static bool TryEncodeSlots(in ColumnValues features, Span<int> slots, LifCurrentEncodingOptions options,
        out int count)
    {
        FeatureCheck.AllFinite(features);
        using PooledSpan<Vector512<int>> memory = new(PeriodicSpikes.Length(features.Length));
        PeriodicSpikes trains = new(memory.Span, features.Length);
        double all = ToIntervals(features, options, trains);
        count = (int)Math.Min(all, slots.Length);
        if (all > slots.Length)
            return false;
        trains.WriteSlots(slots, count);
        return true;
    }

    private static double ToIntervals(in ColumnValues features, LifCurrentEncodingOptions options, PeriodicSpikes trains) =>
        features.AreDoubles
            ? ToIntervals(features.Doubles, options, trains) : ToIntervals(features.Singles, options, trains);

    /// <summary>With a constant current, all intervals between spikes are equal. Returns the number of spikes.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static double ToIntervals<T>(ReadOnlySpan<T> features, LifCurrentEncodingOptions options, PeriodicSpikes trains)
        where T : unmanaged
    {
        Vector512<double> sum = Vector512<double>.Zero, steps = Vector512.Create((double)options.NumSteps);
        for (int slot = 0; slot < features.Length; slot += Lanes.Count)
        {
            DoubleLanes own = ValueLanes.LoadUpTo(features, slot);
            Vector512<double> left = own.Lower * options.Gain + Vector512.Create(options.LeakPotential);
            Vector512<double> right = own.Upper * options.Gain + Vector512.Create(options.LeakPotential);
            (left, right) = ToIntervals(left, right, InRow(slot, features.Length), InRow(slot + 8, features.Length), options);
            sum += Vector512.Floor(steps / left) + Vector512.Floor(steps / right);
            Vector512<int> interval = Lanes.ToInt32(left, right);
            Vector512<int> silent = Vector512.GreaterThan(interval, Vector512.Create(options.NumSteps));
            trains.Next[slot / Lanes.Count] =
                Lanes.Select(silent, Vector512.Create(PeriodicSpikes.Never), interval - Vector512<int>.One);
            trains.Interval[slot / Lanes.Count] = interval;
        }
        trains.End.Fill(Vector512.Create(options.NumSteps));
        return Vector512.Sum(sum);
    }

    private static Vector512<double> InRow(int first, int count) =>
        Vector512.LessThan(Lanes.DoubleIndices, Vector512.Create((double)(count - first)));

    /// <summary>
    /// The steps to the first spike of potentials that move towards 16 targets, or NumSteps + 1 if there is none. Two vectors at
    /// a time, because each operation waits for the one before it.
    /// </summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static (Vector512<double> Left, Vector512<double> Right) ToIntervals(
        Vector512<double> leftTarget, Vector512<double> rightTarget, Vector512<double> leftPending,
            Vector512<double> rightPending,
        LifCurrentEncodingOptions options)
    {
        double share = options.StepSeconds * options.MembraneRate;
        Vector512<double> threshold = Vector512.Create(options.Threshold), silent = Vector512.Create(options.NumSteps + 1.0);
        Vector512<double> left = Vector512.Create(options.ResetPotential), right = left, leftSteps = Vector512<double>.One,
            rightSteps = leftSteps;
        leftPending &= MayFire(leftTarget, options);
        rightPending &= MayFire(rightTarget, options);
        Vector512<double> leftNever = ~leftPending, rightNever = ~rightPending;
        for (int step = 0; step < options.NumSteps && (leftPending | rightPending).AsInt64() != Vector512<long>.Zero; step++)
        {
            left += (leftTarget - left) * share;
            right += (rightTarget - right) * share;
            leftPending &= Vector512.LessThan(left, threshold);
            rightPending &= Vector512.LessThan(right, threshold);
            leftSteps += leftPending & Vector512<double>.One;
            rightSteps += rightPending & Vector512<double>.One;
        }
        return (Lanes.Select(leftNever, silent, leftSteps),
            Lanes.Select(rightNever, silent, rightSteps));
    }

    /// <summary>
    /// False if the target is so far below the threshold that the potential, which exceeds it by at most rounding errors, cannot
    /// reach it. Those errors are below 2^-47 of the numbers involved.
    /// </summary>
    private static Vector512<double> MayFire(Vector512<double> target, LifCurrentEncodingOptions options)
    {
        const double Margin = 1e-12;
        double threshold = options.Threshold, others = Margin * (Math.Abs(threshold) + Math.Abs(options.ResetPotential));
        return Vector512.GreaterThanOrEqual(target + Vector512.Abs(target) * Margin, Vector512.Create(threshold - others));
    }

    /// <summary>
    /// Restores features from the mean interval k between spikes: the midpoint of the currents that take k steps from the reset
    /// potential to the threshold, which lie between thr(k) and thr(k - 1), where thr(k) = reset + (threshold - reset) / (1 - (1
    /// - step * membrane rate)^k).
    /// </summary>
    /// <remarks>
    /// The error is at most half the width of that interval. Currents of thr(1) and above fire at every step and are restored as
    /// thr(1); currents below thr(NumSteps) do not fire and become 0.
    /// </remarks>
    /// <param name="spikes">Time-major spikes, as <see cref="Encode"/> writes them.</param>
    /// <param name="features">Receives one value per feature; its length is the number of features.</param>
    /// <param name="options">The options used to encode.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not match, or Gain is 0.</exception>
    /// <exception cref="InvalidFeatureException">A spike is NaN or infinite.</exception>
    public static void Decode(ReadOnlySpan<float> spikes, Span<float> features, LifCurrentEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validated();
        FeatureCodeCheck.Decoding(features, spikes, options.NumSteps);
        DecodeRow(spikes, features, options);
    }

    /// <summary>Decodes a row of finite spikes.</summary>
    internal static void DecodeRow(in SpikeValues spikes, Span<float> features, LifCurrentEncodingOptions options)
    {
        int length = Lanes.Padded(features.Length);
        using PooledSpan<double> memory = new(3 * length);
        Span<double> intervals = memory.Span[..length], targets = memory.Span[length..];
        Span<double> least = targets[..length], before = targets[length..];
        spikes.MeanIntervals(intervals, features.Length);
        FeatureCodeCheck.Invertible(options.Gain, nameof(options.Gain));
        intervals.CopyTo(least);
        TensorPrimitives.Subtract(intervals, 1, before);
        ToLeastTargets(targets, options);
        ToFeatures(intervals, least, before, options);
        TensorPrimitives.ConvertTruncating<double, float>(least[..features.Length], features);
        // Adding 0 turns -0 into 0.
        TensorPrimitives.Add(features, 0f, features);
    }

    /// <summary>
    /// Replaces numbers of steps, which need not be whole, by the smallest target potential that fires after that many.
    /// </summary>
    private static void ToLeastTargets(Span<double> intervals, LifCurrentEncodingOptions options)
    {
        double kept = 1 - options.StepSeconds * options.MembraneRate;
        if (kept > 0)
        {
            TensorPrimitives.Multiply(intervals, Logarithm.Of(kept), intervals);
            Exponential.Of(intervals);
        }
        else
        {
            intervals.Clear();
        }
        AddRest(intervals, options.ResetPotential, options.Threshold);
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static void AddRest(Span<double> rests, double reset, double threshold)
    {
        Vector512<double> lowest = Vector512.Create(reset), rise = Vector512.Create(threshold - reset);
        Vector512<double> one = Vector512<double>.One;
        for (int at = 0; at <= rests.Length - Vector512<double>.Count; at += Vector512<double>.Count)
            (lowest + rise / (one - Vector512.Create<double>(rests[at..]))).CopyTo(rests[at..]);
    }

    /// <summary>Replaces the targets that fire after so many steps by the features in the middle of their interval.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static void ToFeatures(
        ReadOnlySpan<double> intervals, Span<double> least, ReadOnlySpan<double> before, LifCurrentEncodingOptions options)
    {
        Vector512<double> leak = Vector512.Create(options.LeakPotential), gain = Vector512.Create(options.Gain);
        Vector512<double> zero = Vector512<double>.Zero, never = Vector512.Create(double.PositiveInfinity);
        for (int at = 0; at <= intervals.Length - Vector512<double>.Count; at += Vector512<double>.Count)
        {
            Vector512<double> interval = Vector512.Create(intervals[at..]), own = Vector512.Create<double>(least[at..]);
            Vector512<double> target = Lanes.Select(Vector512.LessThan(interval, Vector512.Create(2.0)), own,
                (own + Vector512.Create(before[at..])) * 0.5);
            Lanes.Select(Vector512.Equals(interval, never), zero, (target - leak) / gain).CopyTo(least[at..]);
        }
    }
}
