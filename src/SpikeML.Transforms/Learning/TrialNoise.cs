using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>Encodes sixteen series and immediately decodes their spikes, step by step.</summary>
internal interface ITrial
{
    /// <summary>The decoded values of a step, from its spikes and those before.</summary>
    DoubleLanes Decode(int step, DoubleLanes values);
}

/// <summary>The noise of codes that are decoded step by step.</summary>
internal static class TrialNoise
{
    /// <summary>The sums of the squared differences between sixteen series and their decoded values.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static DoubleLanes Of<T, TTrial>(ReadOnlySpan<T> tile, TTrial trial)
        where T : unmanaged
        where TTrial : struct, ITrial, allows ref struct
    {
        DoubleLanes noise = DoubleLanes.Zero;
        for (int step = 0, at = 0; at < tile.Length; step++, at += DoubleLanes.Count)
            noise = Add(noise, tile, at, trial.Decode(step, ValueLanes.Load(tile, at)));
        return noise;
    }

    /// <summary>The values of the first step, in double precision.</summary>
    public static DoubleLanes First<T>(ReadOnlySpan<T> tile)
        where T : unmanaged => ValueLanes.Load(tile, 0);

    /// <summary>
    /// Adds the squared differences between sixteen values and their decoded values, which are rounded to single precision if the
    /// values are singles. For doubles they keep full precision, because rounding could exceed the differences between
    /// candidates.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes Add<T>(DoubleLanes noise, ReadOnlySpan<T> tile, int at, DoubleLanes decoded)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
            return Add(noise, tile, at, decoded.Narrow());
        DoubleLanes error = decoded - ValueLanes.Load(tile, at);
        return noise + error * error;
    }

    /// <summary>Adds the squared differences between sixteen values and their decoded values in single precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes Add<T>(DoubleLanes noise, ReadOnlySpan<T> tile, int at, Vector512<float> decoded)
        where T : unmanaged
    {
        DoubleLanes error = typeof(T) == typeof(float)
            ? DoubleLanes.Widen(decoded - ValueLanes.Singles(tile, at))
            : DoubleLanes.Widen(decoded) - ValueLanes.Load(tile, at);
        return noise + error * error;
    }
}
