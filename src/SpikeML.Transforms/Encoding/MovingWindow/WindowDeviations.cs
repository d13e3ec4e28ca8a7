using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// The deviations of moving-window coding: how many of evenly spaced thresholds a value is above or, as a negative number, below
/// the mean of its window.
/// </summary>
/// <remarks>
/// The number follows from the distance to the mean, unless the distance is so close to a threshold that rounding could decide:
/// then the comparisons of encoding do.
/// </remarks>
internal sealed class WindowDeviations<T> : Deviations<T>
    where T : unmanaged
{
    private readonly int _window;
    private readonly double[] _thresholds;
    private readonly double _perThreshold, _tolerance;

    private WindowDeviations(int window, double[] thresholds, double largest)
    {
        (_window, _thresholds) = (window, thresholds);
        _perThreshold = (thresholds.Length - 1) / (thresholds[^1] - thresholds[0]);
        // Hundreds of times what all roundings together can be.
        _tolerance = Math.ScaleB((largest + thresholds[^1]) * _perThreshold + thresholds.Length, -44);
    }

    /// <summary>Null where thresholds are not evenly spaced, or the values are too large to tell them apart.</summary>
    public static WindowDeviations<T>? TryMake(int window, double[] thresholds, double largest)
    {
        if (thresholds.Length < 2 || !(thresholds[^1] > thresholds[0]))
            return null;
        WindowDeviations<T> deviations = new(window, thresholds, largest);
        return deviations._tolerance < 0.1 && deviations.AreEven() ? deviations : null;
    }

    public override float Bound(int threshold) => threshold + 0.5f;

    [MethodImpl(KernelCompilation.AtOnce)]
    public override void Write(ReadOnlySpan<T> tile, Span<float> deviations, Span<double> room)
    {
        MovingWindowEncoding.Means(tile, _window, room);
        // The first spike counts for nothing.
        deviations[..DoubleLanes.Count].Clear();
        for (int at = DoubleLanes.Count; at < tile.Length; at += DoubleLanes.Count)
        {
            DoubleLanes distance = ValueLanes.Load(tile, at) - DoubleLanes.Create(room[at..]);
            Vector512<double> lower = Count(distance.Lower, out uint near), upper = Count(distance.Upper, out uint nearUpper);
            LaneNarrowing.Narrow(lower, upper).CopyTo(deviations[at..]);
            near |= nearUpper << DoubleLanes.Count / 2;
            for (; near != 0; near &= near - 1)
            {
                int slot = at + BitOperations.TrailingZeroCount(near);
                deviations[slot] = Count(ValueLanes.Wide(tile[slot]), room[slot], deviations[slot]);
            }
        }
    }

    /// <summary>The thresholds that distances are beyond, and which of them are too close to one to say.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<double> Count(Vector512<double> distance, out uint near)
    {
        Vector512<double> place = (Vector512.Abs(distance) - Vector512.Create(_thresholds[0])) * Vector512.Create(_perThreshold);
        place = Vector512.Max(place, Vector512.Create(-0.5));
        place = Vector512.Min(place, Vector512.Create(_thresholds.Length - 0.5));
        Vector512<double> off = Vector512.Abs(place - Vector512.Round(place));
        near = (uint)Vector512.LessThanOrEqual(off, Vector512.Create(_tolerance)).ExtractMostSignificantBits();
        return Vector512.CopySign(Vector512.Floor(place) + Vector512<double>.One, distance);
    }

    /// <summary>The thresholds that a value is beyond; there may be one more or less of them than it seemed.</summary>
    private float Count(double value, double mean, float about)
    {
        int count = Math.Max(0, (int)Math.Abs(about) - 1);
        while (count < _thresholds.Length
            && (value > mean + _thresholds[count] || value < mean - _thresholds[count]))
            count++;
        return value < mean ? -count : count;
    }

    private bool AreEven()
    {
        for (int i = 0; i < _thresholds.Length; i++)
        {
            if (!(Math.Abs((_thresholds[i] - _thresholds[0]) * _perThreshold - i) <= _tolerance))
                return false;
        }
        return true;
    }
}
