using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>Encodes sixteen series, and decodes their spikes at once, step by step.</summary>
internal interface ITrial
{
    /// <summary>What is decoded of a step's spikes, and of those before.</summary>
    Vector512<float> Decode(int step, Vector512<float> values);
}

/// <summary>The noise of codes that are decoded step by step.</summary>
internal static class TrialNoise
{
    /// <summary>The sums of the squared differences between sixteen series and what is decoded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static DoubleLanes Of<TTrial>(ReadOnlySpan<float> tile, TTrial trial)
        where TTrial : struct, ITrial, allows ref struct
    {
        DoubleLanes noise = DoubleLanes.Zero;
        for (int step = 0; tile.Length >= DoubleLanes.Count; step++, tile = tile[DoubleLanes.Count..])
        {
            Vector512<float> values = Vector512.Create(tile);
            noise = Add(noise, values, trial.Decode(step, values));
        }
        return noise;
    }

    /// <summary>The values of the first step, in double precision.</summary>
    public static DoubleLanes First(ReadOnlySpan<float> tile) => DoubleLanes.Widen(Vector512.Create(tile));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes Add(DoubleLanes noise, Vector512<float> values, Vector512<float> decoded)
    {
        DoubleLanes error = DoubleLanes.Widen(decoded - values);
        return noise + error * error;
    }
}
