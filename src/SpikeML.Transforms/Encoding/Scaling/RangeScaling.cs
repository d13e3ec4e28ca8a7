using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>Scales features to [0, 1], the range that encoders expect: (x - lowest) / (highest - lowest).</summary>
/// <remarks>If the range has zero width, values above it become 1 and others 0.</remarks>
public static class RangeScaling
{
    private const int BlockLength = 8 * Lanes.Count;

    /// <summary>Scales the features of one row.</summary>
    /// <param name="features">Finite values.</param>
    /// <param name="scaled">Receives one value per feature; may be the same span as <paramref name="features"/>.</param>
    /// <param name="ranges">The range of each feature, or one range for all.</param>
    /// <param name="clamp">Whether values outside the range are clamped to 0 or 1.</param>
    /// <exception cref="ArgumentException">The lengths do not match.</exception>
    /// <exception cref="InvalidFeatureException">A feature is NaN or infinite.</exception>
    public static void Scale(
        ReadOnlySpan<float> features, Span<float> scaled, ReadOnlySpan<ValueRange> ranges, bool clamp = true) =>
        ScaleRow(features, scaled, ranges, clamp);

    /// <inheritdoc cref="Scale(ReadOnlySpan{float}, Span{float}, ReadOnlySpan{ValueRange}, bool)"/>
    public static void Scale(
        ReadOnlySpan<double> features, Span<float> scaled, ReadOnlySpan<ValueRange> ranges, bool clamp = true) =>
        ScaleRow(features, scaled, ranges, clamp);

    internal static void ScaleRow<T>(ReadOnlySpan<T> features, Span<float> scaled, ReadOnlySpan<ValueRange> ranges, bool clamp)
        where T : unmanaged
    {
        if (scaled.Length != features.Length)
            throw new ArgumentException(
                $"Scaling {Counted.Of(features.Length, "feature")} needs room for as many values, got {scaled.Length}.",
                nameof(scaled));
        ValueRanges.Check(features.Length, ranges);
        FeatureCheck.AllFinite(features);
        Span<double> lowest = stackalloc double[BlockLength], widths = stackalloc double[BlockLength];
        for (int first = 0; first < features.Length; first += BlockLength)
        {
            int length = Math.Min(BlockLength, features.Length - first);
            ToWidths(ranges.Length == 1 ? ranges : ranges.Slice(first, length), lowest, widths);
            Scale(features.Slice(first, length), scaled.Slice(first, length), lowest, widths, clamp);
        }
    }

    /// <summary>Scales finite features; ranges must be padded to whole vectors.</summary>
    internal static void Scale<T>(
        ReadOnlySpan<T> features, Span<float> scaled, ReadOnlySpan<double> lowest, ReadOnlySpan<double> widths, bool clamp)
        where T : unmanaged
    {
        int whole = Lanes.Whole(features.Length);
        ScaleVectors(features[..whole], scaled, lowest, widths, clamp);
        if (whole == features.Length)
            return;
        Span<T> rest = stackalloc T[Lanes.Count];
        Span<float> scaledRest = stackalloc float[Lanes.Count];
        rest.Clear();
        features[whole..].CopyTo(rest);
        ScaleVectors<T>(rest, scaledRest, lowest[whole..], widths[whole..], clamp);
        scaledRest[..(features.Length - whole)].CopyTo(scaled[whole..]);
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static void ScaleVectors<T>(
        ReadOnlySpan<T> features, Span<float> scaled, ReadOnlySpan<double> lowest, ReadOnlySpan<double> widths, bool clamp)
        where T : unmanaged
    {
        for (int slot = 0, half = Vector512<double>.Count; slot < features.Length; slot += Lanes.Count, half += Lanes.Count)
        {
            DoubleLanes own = ValueLanes.Load(features, slot);
            Vector512<double> left = own.Lower - Vector512.Create(lowest[slot..]);
            Vector512<double> right = own.Upper - Vector512.Create(lowest[half..]);
            left = Share(left, Vector512.Create(widths[slot..]), clamp);
            right = Share(right, Vector512.Create(widths[half..]), clamp);
            LaneNarrowing.Narrow(left, right).CopyTo(scaled[slot..]);
        }
    }

    /// <summary>The lower ends and widths of ranges; a single range applies to all features.</summary>
    internal static void ToWidths(ReadOnlySpan<ValueRange> ranges, Span<double> lowest, Span<double> widths)
    {
        for (int slot = 0; slot < ranges.Length; slot++)
            (lowest[slot], widths[slot]) = (ranges[slot].Lowest, ranges[slot].Highest - ranges[slot].Lowest);
        if (ranges.Length != 1)
            return;
        lowest.Fill(lowest[0]);
        widths.Fill(widths[0]);
    }

    /// <summary>Comparisons instead of minimum and maximum keep the sign of -0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Share(Vector512<double> above, Vector512<double> widths, bool clamp)
    {
        Vector512<double> zero = Vector512<double>.Zero, one = Vector512<double>.One;
        Vector512<double> share = Lanes.Select(
            Vector512.GreaterThan(widths, zero), above / widths, Vector512.GreaterThan(above, zero) & one);
        if (!clamp)
            return share;
        share = Lanes.Select(Vector512.LessThan(share, zero), zero, share);
        return Lanes.Select(Vector512.GreaterThan(share, one), one, share);
    }
}
