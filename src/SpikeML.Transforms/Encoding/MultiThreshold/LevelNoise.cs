using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>The noise of <see cref="MultiThresholdEncoding"/>: each decoded value depends only on the value's level.</summary>
internal static class LevelNoise
{
    /// <summary>The sums of the squared differences between sixteen series and their levels.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static DoubleLanes Of<T>(ReadOnlySpan<T> tile, ThresholdLevels levels)
        where T : unmanaged
    {
        if (levels.Count > ThresholdLevels.MostCompared || typeof(T) == typeof(double))
            return OneByOne(tile, levels);
        Span<T> thresholds = stackalloc T[levels.Count];
        Span<float> halfway = stackalloc float[levels.Count];
        levels.CopyTo(thresholds);
        for (int level = 1; level <= levels.Count; level++)
            halfway[level - 1] = (float)levels.Decode(level);
        Vector512<float> lowest = Vector512.Create((float)levels.Decode(0));
        DoubleLanes noise = DoubleLanes.Zero;
        for (int at = 0; at < tile.Length; at += DoubleLanes.Count)
        {
            Vector512<float> decoded = lowest;
            for (int k = 0; k < thresholds.Length; k++)
            {
                Vector512<float> reached = ValueMasks.Reach(tile, at, thresholds[k]);
                decoded = Lanes.Select(reached, Vector512.Create(halfway[k]), decoded);
            }
            noise = TrialNoise.Add(noise, tile, at, decoded);
        }
        return noise;
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static DoubleLanes OneByOne<T>(ReadOnlySpan<T> tile, ThresholdLevels levels)
        where T : unmanaged
    {
        Span<double> decoded = stackalloc double[DoubleLanes.Count];
        DoubleLanes noise = DoubleLanes.Zero;
        for (int at = 0; at < tile.Length; at += DoubleLanes.Count)
        {
            for (int lane = 0; lane < decoded.Length; lane++)
                decoded[lane] = levels.Decode(levels.Of(ValueLanes.Wide(tile[at + lane])));
            noise = TrialNoise.Add(noise, tile, at, DoubleLanes.Create(decoded));
        }
        return noise;
    }
}
