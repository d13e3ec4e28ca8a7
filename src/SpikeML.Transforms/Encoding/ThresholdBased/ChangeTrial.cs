using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>Threshold-based coding while candidate thresholds are tried.</summary>
internal ref struct ChangeTrial<T>(ReadOnlySpan<T> tile, double threshold) : ITrial
    where T : unmanaged
{
    private readonly ReadOnlySpan<T> _tile = tile;
    private readonly float _least = ChangeThresholds.RoundDown(threshold);
    private DoubleLanes _sum = TrialNoise.First(tile);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public DoubleLanes Decode(int step, DoubleLanes values)
    {
        DoubleLanes decoded = _sum;
        // The last spike does not affect any decoded value.
        int at = step * DoubleLanes.Count, next = Math.Min(at + DoubleLanes.Count, _tile.Length - DoubleLanes.Count);
        Vector512<float> change = ValueLanes.Changes(_tile[at..], _tile[next..], 0);
        _sum += DoubleLanes.Widen(ChangeThresholds.Signs(change, Vector512.Create(_least))) * threshold;
        return decoded;
    }
}
