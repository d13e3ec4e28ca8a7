using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>Step-forward coding while thresholds are tried: the baseline is what is decoded.</summary>
internal struct StepForwardTrial(double threshold, DoubleLanes first) : ITrial
{
    private DoubleLanes _baseline = first;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Decode(int step, Vector512<float> values)
    {
        DoubleLanes wide = DoubleLanes.Widen(values);
        _baseline = StepForwardKernel.Follow(wide, _baseline, threshold);
        return _baseline.Narrow();
    }
}
