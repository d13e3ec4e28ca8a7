using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>Moving-window coding while thresholds are tried: the means of a window are the same for all.</summary>
internal ref struct WindowTrial(ReadOnlySpan<double> means, double threshold, DoubleLanes first) : ITrial
{
    private readonly ReadOnlySpan<double> _means = means;
    private DoubleLanes _sum = first;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Decode(int step, Vector512<float> values)
    {
        // The first spike counts for nothing.
        if (step > 0)
        {
            DoubleLanes wide = DoubleLanes.Widen(values), mean = DoubleLanes.Create(_means[(step * DoubleLanes.Count)..]);
            _sum = DoubleLanes.Move(_sum, threshold, wide, mean);
        }
        return _sum.Narrow();
    }
}
