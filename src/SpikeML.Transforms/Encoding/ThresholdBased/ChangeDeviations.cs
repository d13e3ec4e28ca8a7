using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>The deviations of threshold-based coding: the changes from the step before.</summary>
internal sealed class ChangeDeviations<T>(double[] thresholds) : Deviations<T>
    where T : unmanaged
{
    public override float Bound(int threshold) => ChangeThresholds.RoundDown(thresholds[threshold]);

    [MethodImpl(KernelCompilation.AtOnce)]
    public override void Write(ReadOnlySpan<T> tile, Span<float> deviations, Span<double> room)
    {
        // A change moves what is decoded of the step that it leads to.
        deviations[..DoubleLanes.Count].Clear();
        ReadOnlySpan<T> later = tile[DoubleLanes.Count..];
        for (int at = 0; at < later.Length; at += DoubleLanes.Count)
            ValueLanes.Changes(tile, later, at).CopyTo(deviations[(at + DoubleLanes.Count)..]);
    }
}
