using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>The noise of several thresholds at once, in single precision.</summary>
/// <remarks>
/// What is decoded is the first value, and the threshold times the number of spikes less off-spikes so far, which is exact.
/// </remarks>
internal static class ThresholdNoise
{
    /// <summary>
    /// Thresholds that are tried together: the sums of more do not fit in the registers of a machine without AVX-512.
    /// </summary>
    public const int Together = 2;

    /// <summary>
    /// The square root of the noise is off by so much of itself, and by <see cref="Absolute"/> of the values' magnitude for each.
    /// </summary>
    public const double Relative = 1e-5;

    /// <inheritdoc cref="Relative"/>
    public const double Absolute = 4e-7;

    /// <summary>Values after which sums go on in double precision, so that their roundings stay few.</summary>
    private const int BlockLength = 64 * DoubleLanes.Count;

    /// <summary>Adds the noise of two thresholds.</summary>
    /// <param name="deviations">What <see cref="Deviations{T}"/> writes.</param>
    /// <param name="distances">The first value of each series less each of its values.</param>
    /// <param name="bounds">What deviations are compared with.</param>
    /// <param name="thresholds">The thresholds.</param>
    /// <param name="noise">The sums.</param>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Add(ReadOnlySpan<float> deviations, ReadOnlySpan<float> distances, ReadOnlySpan<float> bounds,
        ReadOnlySpan<float> thresholds, Span<double> noise)
    {
        Vector512<float> above0 = Vector512.Create(bounds[0]), above1 = Vector512.Create(bounds[1]);
        Vector512<float> below0 = -above0, below1 = -above1;
        Vector512<float> by0 = Vector512.Create(thresholds[0]), by1 = Vector512.Create(thresholds[1]);
        Vector512<int> count0 = default, count1 = default;
        for (int from = 0; from < deviations.Length; from += BlockLength)
        {
            Vector512<float> sum0 = default, sum1 = default;
            int end = Math.Min(from + BlockLength, deviations.Length);
            for (int at = from; at < end; at += DoubleLanes.Count)
            {
                Vector512<float> deviation = Vector512.Create(deviations[at..]), distance = Vector512.Create(distances[at..]);
                count0 = Count(count0, deviation, above0, below0);
                count1 = Count(count1, deviation, above1, below1);
                sum0 = Add(sum0, Vector512.MultiplyAddEstimate(Vector512.ConvertToSingle(count0), by0, distance));
                sum1 = Add(sum1, Vector512.MultiplyAddEstimate(Vector512.ConvertToSingle(count1), by1, distance));
            }
            noise[0] += Sum(sum0);
            noise[1] += Sum(sum1);
        }
    }

    /// <summary>The largest magnitude of a tile's deviations.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static float Largest(ReadOnlySpan<float> deviations)
    {
        Vector512<float> largest = Vector512<float>.Zero;
        for (int at = 0; at < deviations.Length; at += DoubleLanes.Count)
            largest = Vector512.MaxNative(largest, Vector512.Abs(Vector512.Create(deviations[at..])));
        float all = 0;
        for (int lane = 0; lane < DoubleLanes.Count; lane++)
            all = Math.Max(all, largest[lane]);
        return all;
    }

    /// <summary>Spikes less off-spikes; a comparison that holds is -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Count(
        Vector512<int> count, Vector512<float> deviation, Vector512<float> above, Vector512<float> below) =>
        count - Vector512.GreaterThan(deviation, above).AsInt32() + Vector512.LessThan(deviation, below).AsInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Add(Vector512<float> sum, Vector512<float> error) =>
        Vector512.MultiplyAddEstimate(error, error, sum);

    private static double Sum(Vector512<float> lanes)
    {
        DoubleLanes wide = DoubleLanes.Widen(lanes);
        return Vector512.Sum(wide.Lower + wide.Upper);
    }
}
