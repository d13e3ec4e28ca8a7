using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>Values of Single or Double, for kernels that share one body for both.</summary>
/// <remarks>
/// Double precision holds every single, so widening loses nothing. A difference is taken in the values' own precision and rounded
/// to single precision; for singles, rounding the difference of the widened values gives the same result.
/// </remarks>
internal static class ValueLanes
{
    /// <summary>One value in double precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Wide<T>(T value)
        where T : unmanaged =>
        typeof(T) == typeof(float) ? Unsafe.BitCast<T, float>(value) : Unsafe.BitCast<T, double>(value);

    /// <summary>A number converted to the type of the values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Own<T>(double number)
        where T : unmanaged =>
        typeof(T) == typeof(float) ? Unsafe.BitCast<float, T>((float)number) : Unsafe.BitCast<double, T>(number);

    /// <summary>Sixteen values in double precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes Load<T>(ReadOnlySpan<T> values, int at)
        where T : unmanaged => typeof(T) == typeof(float)
            ? DoubleLanes.Widen(Vector512.Create(values[at..]).AsSingle())
            : new(Vector512.Create(values[at..]).AsDouble(), Vector512.Create(values[(at + DoubleLanes.Count / 2)..]).AsDouble());

    /// <summary>Sixteen values, or the remaining values followed by zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes LoadUpTo<T>(ReadOnlySpan<T> values, int at)
        where T : unmanaged => at <= values.Length - DoubleLanes.Count ? Load(values, at) : LoadRest(values[at..]);

    /// <summary>Sixteen values in single precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Singles<T>(ReadOnlySpan<T> values, int at)
        where T : unmanaged =>
        typeof(T) == typeof(float) ? Vector512.Create(values[at..]).AsSingle() : Load(values, at).Narrow();

    /// <summary>Sixteen values in single precision, or the remaining values followed by zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SinglesUpTo<T>(ReadOnlySpan<T> values, int at)
        where T : unmanaged =>
        at <= values.Length - DoubleLanes.Count ? Singles(values, at) : LoadRest(values[at..]).Narrow();

    /// <summary>Copies sixteen values, or the remaining values followed by zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy<T>(ReadOnlySpan<T> values, int at, Span<T> to)
        where T : unmanaged
    {
        if (at > values.Length - DoubleLanes.Count)
        {
            to[..DoubleLanes.Count].Clear();
            values[at..].CopyTo(to);
            return;
        }
        for (int from = 0; from < DoubleLanes.Count; from += Vector512<T>.Count)
            Vector512.Create(values[(at + from)..]).CopyTo(to[from..]);
    }

    /// <summary>The differences between sixteen values and the previous ones, in single precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Changes<T>(ReadOnlySpan<T> from, ReadOnlySpan<T> to, int at)
        where T : unmanaged => typeof(T) == typeof(float)
            ? Vector512.Create(to[at..]).AsSingle() - Vector512.Create(from[at..]).AsSingle()
            : (Load(to, at) - Load(from, at)).Narrow();

    /// <summary>The difference between a value and the previous one, in single precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Change<T>(T from, T to)
        where T : unmanaged => (float)(Wide(to) - Wide(from));

    private static DoubleLanes LoadRest<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        Span<T> lanes = stackalloc T[DoubleLanes.Count];
        lanes.Clear();
        values[..Math.Min(values.Length, lanes.Length)].CopyTo(lanes);
        return Load<T>(lanes, 0);
    }
}
