using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// Thresholds of changes in single precision: one for all neurons, or one for each, repeated so that the thresholds of any
/// sixteen consecutive neurons are consecutive.
/// </summary>
/// <remarks>A change in single precision is above a number if it is above that number rounded down.</remarks>
internal static class ChangeThresholds
{
    public static int LengthOf(int neuronCount) => neuronCount + Vector512<float>.Count - 1;

    /// <summary>The largest single-precision number that is not above a threshold.</summary>
    public static float RoundDown(double threshold)
    {
        float nearest = (float)threshold;
        return nearest > threshold ? MathF.BitDecrement(nearest) : nearest;
    }

    /// <summary>
    /// Writes 1 where a value rises by more than the threshold, -1 where it falls by more than that, and otherwise 0.
    /// </summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Cross<T>(
        ReadOnlySpan<T> from, ReadOnlySpan<T> to, Span<float> spikes, int neuronCount, ReadOnlySpan<float> thresholds)
        where T : unmanaged
    {
        bool common = thresholds.Length == 1;
        int advance = Vector512<float>.Count % neuronCount, neuron = 0, slot = 0;
        Vector512<float> threshold = Vector512.Create(thresholds[0]);
        for (; slot <= from.Length - Vector512<float>.Count; slot += Vector512<float>.Count)
        {
            if (!common)
                threshold = Vector512.Create(thresholds[neuron..]);
            Signs(ValueLanes.Changes(from, to, slot), threshold).CopyTo(spikes[slot..]);
            neuron += advance;
            neuron -= neuron >= neuronCount ? neuronCount : 0;
        }
        for (; slot < from.Length; slot++, neuron++)
        {
            float change = ValueLanes.Change(from[slot], to[slot]), own = thresholds[common ? 0 : neuron];
            spikes[slot] = change > own ? 1 : change < -own ? -1 : 0;
        }
    }

    /// <summary>1 where a change is above a threshold, -1 where it is below the negative of that, otherwise 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Signs(Vector512<float> change, Vector512<float> threshold) =>
        Lanes.Signs(change, threshold, -threshold);

    /// <summary>Finds the threshold of each neuron: mean(d) + factor * std(d).</summary>
    public static void Find<T>(ReadOnlySpan<T> series, int neuronCount, double factor, Span<float> thresholds)
        where T : unmanaged
    {
        int neuron = 0;
        for (; neuron <= neuronCount - DoubleLanes.Count; neuron += DoubleLanes.Count)
            FindLanes(series, neuronCount, neuron, factor, thresholds);
        for (; neuron < neuronCount; neuron++)
            thresholds[neuron] = RoundDown(ThresholdBasedEncoding.ThresholdOf(series[neuron..], neuronCount, factor));
        for (; neuron < LengthOf(neuronCount); neuron++)
            thresholds[neuron] = thresholds[neuron - neuronCount];
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static void FindLanes<T>(ReadOnlySpan<T> series, int neuronCount, int first, double factor, Span<float> thresholds)
        where T : unmanaged
    {
        int count = series.Length / neuronCount;
        DoubleLanes sum = DoubleLanes.Zero, squares = DoubleLanes.Zero, change = DoubleLanes.Zero;
        for (int at = first; at < series.Length - neuronCount; at += neuronCount)
            sum += change = Change(series, at, neuronCount);
        // The last change is used twice.
        DoubleLanes mean = (sum + change) / count;
        for (int at = first; at < series.Length - neuronCount; at += neuronCount)
        {
            change = Change(series, at, neuronCount) - mean;
            squares += change * change;
        }
        DoubleLanes exact = mean;
        if (count > 1)
            exact = mean + DoubleLanes.Sqrt((squares + change * change) / (count - 1)) * factor;
        for (int lane = 0; lane < DoubleLanes.Count; lane++)
            thresholds[first + lane] = RoundDown(exact[lane]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static DoubleLanes Change<T>(ReadOnlySpan<T> series, int at, int neuronCount)
        where T : unmanaged => DoubleLanes.Widen(ValueLanes.Changes(series, series[neuronCount..], at));
}
