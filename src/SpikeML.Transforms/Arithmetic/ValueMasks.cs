using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>Compares sixteen values of Single or Double with a limit of their own type.</summary>
internal static class ValueMasks
{
    /// <summary>All bits set where one of sixteen values has reached a limit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Reach<T>(ReadOnlySpan<T> values, int at, T limit)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
            return Vector512.GreaterThanOrEqual(Vector512.Create(values[at..]).AsSingle(), Vector512.Create(limit).AsSingle());
        DoubleLanes lanes = ValueLanes.Load(values, at);
        Vector512<double> limits = Vector512.Create(limit).AsDouble();
        return Mask(Vector512.GreaterThanOrEqual(lanes.Lower, limits), Vector512.GreaterThanOrEqual(lanes.Upper, limits));
    }

    /// <summary>All bits set where one of sixteen values is above a limit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> AreAbove<T>(ReadOnlySpan<T> values, int at, T limit)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
            return Vector512.GreaterThan(Vector512.Create(values[at..]).AsSingle(), Vector512.Create(limit).AsSingle());
        DoubleLanes lanes = ValueLanes.Load(values, at);
        Vector512<double> limits = Vector512.Create(limit).AsDouble();
        return Mask(Vector512.GreaterThan(lanes.Lower, limits), Vector512.GreaterThan(lanes.Upper, limits));
    }

    /// <summary>All bits set where one of sixteen values is below a limit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> AreBelow<T>(ReadOnlySpan<T> values, int at, T limit)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
            return Vector512.LessThan(Vector512.Create(values[at..]).AsSingle(), Vector512.Create(limit).AsSingle());
        DoubleLanes lanes = ValueLanes.Load(values, at);
        Vector512<double> limits = Vector512.Create(limit).AsDouble();
        return Mask(Vector512.LessThan(lanes.Lower, limits), Vector512.LessThan(lanes.Upper, limits));
    }

    private static Vector512<float> Mask(Vector512<double> lower, Vector512<double> upper) =>
        LaneNarrowing.Narrow(lower.AsInt64(), upper.AsInt64()).AsSingle();
}
