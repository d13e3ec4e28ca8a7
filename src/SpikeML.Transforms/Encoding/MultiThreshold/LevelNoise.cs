using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>The noise of <see cref="MultiThresholdEncoding"/>: what is decoded depends on each value's level alone.</summary>
internal static class LevelNoise
{
    /// <summary>The sums of the squared differences between sixteen series and their levels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static DoubleLanes Of(ReadOnlySpan<float> tile, ThresholdLevels levels)
    {
        if (levels.Count > ThresholdLevels.MostCompared)
            return OneByOne(tile, levels);
        Span<float> thresholds = stackalloc float[levels.Count], halfway = stackalloc float[levels.Count];
        levels.CopyTo(thresholds);
        for (int level = 1; level <= levels.Count; level++)
            halfway[level - 1] = levels.Decode(level);
        Vector512<float> lowest = Vector512.Create(levels.Decode(0));
        DoubleLanes noise = DoubleLanes.Zero;
        for (int at = 0; at < tile.Length; at += DoubleLanes.Count)
        {
            Vector512<float> values = Vector512.Create(tile[at..]), decoded = lowest;
            for (int k = 0; k < thresholds.Length; k++)
            {
                Vector512<float> reached = Vector512.GreaterThanOrEqual(values, Vector512.Create(thresholds[k]));
                decoded = Vector512.ConditionalSelect(reached, Vector512.Create(halfway[k]), decoded);
            }
            noise = TrialNoise.Add(noise, values, decoded);
        }
        return noise;
    }

    private static DoubleLanes OneByOne(ReadOnlySpan<float> tile, ThresholdLevels levels)
    {
        Span<float> decoded = stackalloc float[DoubleLanes.Count];
        DoubleLanes noise = DoubleLanes.Zero;
        for (int at = 0; at < tile.Length; at += DoubleLanes.Count)
        {
            for (int lane = 0; lane < decoded.Length; lane++)
                decoded[lane] = levels.Decode(levels.Of(tile[at + lane]));
            noise = TrialNoise.Add(noise, Vector512.Create(tile[at..]), Vector512.Create<float>(decoded));
        }
        return noise;
    }
}
