using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>Restores features from latency-coded spikes or spike times (<see cref="LatencyEncoding"/>).</summary>
public static class LatencyDecoding
{
    /// <summary>
    /// Restores features from the step of their spike: the midpoint of the features that fire at that step, which are those with
    /// times up to half a step earlier or later. This minimizes the largest error.
    /// </summary>
    /// <remarks>
    /// The error is at most half the width of that interval: 1 / (2 Tau) for the linear code; for the logarithmic code it is
    /// larger at earlier steps. The last step also stands for all smaller features, down to 0 or, with Clip, down to the
    /// threshold. A feature without a spike becomes 0. With Interpolate or other targets, the spike is the first value that is
    /// nearest to OnTarget.
    /// </remarks>
    /// <param name="spikes">Time-major spikes, as <see cref="LatencyEncoding.Encode"/> gives them.</param>
    /// <param name="features">Receives one value per feature; its length is the number of features.</param>
    /// <param name="options">The options used to encode, with everything that was fitted.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">
    /// The lengths do not match, both targets are the same, or Normalize has not been fitted.
    /// </exception>
    /// <exception cref="InvalidFeatureException">A spike is NaN or infinite.</exception>
    public static void Decode(ReadOnlySpan<float> spikes, Span<float> features, LatencyEncodingOptions options)
    {
        Check(options);
        int numSteps = SeriesCheck.Given(options.NumSteps, nameof(options.NumSteps));
        FeatureCodeCheck.Decoding(features, spikes, numSteps);
        DecodeRow(spikes, features, options);
    }

    /// <summary>Decodes a row of finite spikes, 16 neurons at a time.</summary>
    internal static void DecodeRow(in SpikeValues spikes, Span<float> features, LatencyEncodingOptions options)
    {
        if (options.OnTarget == options.OffTarget)
            throw new ArgumentException("OnTarget and OffTarget are equal, so spikes cannot be told from silence.",
                nameof(options));
        using PooledSpan<double> steps = new(Lanes.Padded(features.Length));
        if (spikes.IsSparse)
            FindSteps(spikes.Slots, spikes.Values, steps.Span, features.Length, options);
        else
            FindSteps(spikes.Values, steps.Span, features.Length, options);
        FromSteps(steps.Span, features, options);
    }

    private static void FindSteps(
        ReadOnlySpan<float> spikes, Span<double> steps, int neuronCount, LatencyEncodingOptions options)
    {
        for (int slot = 0; slot < neuronCount; slot += Lanes.Count)
        {
            (Vector512<double> left, Vector512<double> right) = SpikeSteps(spikes, slot, neuronCount, options);
            left.CopyTo(steps[slot..]);
            right.CopyTo(steps[(slot + Vector512<double>.Count)..]);
        }
    }

    /// <summary>All unlisted slots are 0, which is the off-target.</summary>
    private static void FindSteps(ReadOnlySpan<int> slots, ReadOnlySpan<float> values, Span<double> steps, int neuronCount,
        LatencyEncodingOptions options)
    {
        using PooledSpan<double> memory = new(neuronCount);
        Span<double> nearest = memory.Span;
        steps.Fill(-1);
        nearest.Fill(Math.Abs(options.OnTarget) / 2);
        for (int i = 0, start = 0; i < slots.Length; i++)
        {
            start = SparseReadout.StartOfStep(slots[i], start, neuronCount);
            double distance = Math.Abs(values[i] - options.OnTarget);
            if (distance < nearest[slots[i] - start])
                (nearest[slots[i] - start], steps[slots[i] - start]) = (distance, start / neuronCount);
        }
    }

    /// <summary>The midpoint of the features that spike at each step; the step is below 0 if there is no spike.</summary>
    private static void FromSteps(ReadOnlySpan<double> steps, Span<float> features, LatencyEncodingOptions options)
    {
        LatencyInverse inverse = new(options);
        double latest = new LatencyCode(options, options.LargestTime).LatestStep(), least = options.Clip ? options.Threshold : 0;
        for (int slot = 0; slot < features.Length; slot += Lanes.Count)
        {
            Vector512<double> left = Middle(Vector512.Create(steps[slot..]), latest, least, inverse);
            Vector512<double> right = Middle(Vector512.Create(steps[(slot + Vector512<double>.Count)..]), latest, least, inverse);
            Lanes.Store(Vector512.Narrow(left, right), features, slot);
        }
    }

    private static Vector512<double> Middle(Vector512<double> steps, double latest, double least, in LatencyInverse inverse)
    {
        Vector512<double> half = Vector512.Create(0.5);
        Vector512<double> lower = Vector512.ConditionalSelect(
            Vector512.GreaterThanOrEqual(steps, Vector512.Create(latest)), Vector512.Create(least),
                inverse.Features(steps + half));
        Vector512<double> middle = (lower + inverse.Features(steps - half)) / Vector512.Create(2.0);
        return Vector512.ConditionalSelect(Vector512.LessThan(steps, Vector512<double>.Zero), Vector512<double>.Zero, middle);
    }

    /// <summary>
    /// Restores features from their spike times, exactly except for rounding if they are not below the threshold.
    /// </summary>
    /// <remarks>
    /// Features below the threshold have the threshold's time and are restored as the threshold; with Clip, their time is NaN and
    /// they are restored as 0. The error is at most the threshold.
    /// </remarks>
    /// <param name="times">
    /// Times in steps, as <see cref="LatencyEncoding.EncodeTimes"/> writes them; NaN if a feature does not fire.
    /// </param>
    /// <param name="features">Receives one value per time; may be the same span as <paramref name="times"/>.</param>
    /// <param name="options">The options used to encode, with everything that was fitted.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths differ, or Normalize has not been fitted.</exception>
    /// <exception cref="InvalidFeatureException">A time is infinite.</exception>
    public static void DecodeTimes(ReadOnlySpan<float> times, Span<float> features, LatencyEncodingOptions options)
    {
        Check(options);
        if (times.Length != features.Length)
            throw new ArgumentException(
                $"Decoding {Counted.Of(times.Length, "time")} needs room for as many features, got "
                    + $"{features.Length}.", nameof(features));
        DecodeRowTimes(times, features, options);
    }

    /// <summary>Decodes a row of times.</summary>
    internal static void DecodeRowTimes(ReadOnlySpan<float> times, Span<float> features, LatencyEncodingOptions options)
    {
        for (int slot = 0; slot < times.Length; slot++)
        {
            if (float.IsInfinity(times[slot]))
                throw new InvalidFeatureException(slot, times[slot],
                    "A spike time must be a finite number of steps, or NaN for no spike.");
        }
        LatencyInverse inverse = new(options);
        for (int slot = 0; slot < times.Length; slot += Lanes.Count)
        {
            Vector512<float> own = Lanes.Load(times, slot, padding: 0), fires = Vector512.Equals(own, own);
            (Vector512<double> left, Vector512<double> right) = Vector512.Widen(own);
            Lanes.Store(Vector512.Narrow(inverse.Features(left), inverse.Features(right)) & fires, features, slot);
        }
    }

    private static void Check(LatencyEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        CheckLearned(options.Validated());
    }

    /// <summary>Throws if Normalize has not been fitted.</summary>
    internal static void CheckLearned(LatencyEncodingOptions options)
    {
        if (options is { Normalize: true, Linear: false, LargestTime: null })
            throw new ArgumentException(
                "With Normalize, decoding needs fitted options: take them from a fitted encoder's Codes.",
                    nameof(options));
    }

    /// <summary>The first step of each neuron whose value is nearest to OnTarget, or -1 if all are nearer to OffTarget.</summary>
    private static (Vector512<double> Left, Vector512<double> Right) SpikeSteps(
        ReadOnlySpan<float> spikes, int first, int stride, LatencyEncodingOptions options)
    {
        Vector512<double> on = Vector512.Create(options.OnTarget), left = Vector512.Create(-1.0), right = left;
        Vector512<double> leftNearest = Vector512.Create(Math.Abs(options.OnTarget - options.OffTarget) / 2),
            rightNearest = leftNearest;
        for (int at = first, step = 0; at < spikes.Length; at += stride, step++)
        {
            (Vector512<double> lower, Vector512<double> upper) = Vector512.Widen(Lanes.Load(spikes, at, padding: 0));
            (lower, upper) = (Vector512.Abs(lower - on), Vector512.Abs(upper - on));
            Vector512<double> now = Vector512.Create((double)step);
            left = Vector512.ConditionalSelect(Vector512.LessThan(lower, leftNearest), now, left);
            right = Vector512.ConditionalSelect(Vector512.LessThan(upper, rightNearest), now, right);
            (leftNearest, rightNearest) = (Vector512.Min(lower, leftNearest), Vector512.Min(upper, rightNearest));
        }
        return (left, right);
    }
}
