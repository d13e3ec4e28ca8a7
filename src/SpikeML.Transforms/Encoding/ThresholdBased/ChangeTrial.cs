using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>Threshold-based representation while thresholds are tried.</summary>
internal ref struct ChangeTrial(ReadOnlySpan<float> tile, double threshold) : ITrial
{
    private readonly ReadOnlySpan<float> _tile = tile;
    private readonly float _least = ChangeThresholds.RoundDown(threshold);
    private DoubleLanes _sum = TrialNoise.First(tile);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Decode(int step, Vector512<float> values)
    {
        Vector512<float> decoded = _sum.Narrow();
        // The last spike moves nothing that is decoded.
        int next = Math.Min((step + 1) * DoubleLanes.Count, _tile.Length - DoubleLanes.Count);
        Vector512<float> change = Vector512.Create(_tile[next..]) - values;
        _sum += DoubleLanes.Widen(ChangeThresholds.Signs(change, Vector512.Create(_least))) * threshold;
        return decoded;
    }
}
