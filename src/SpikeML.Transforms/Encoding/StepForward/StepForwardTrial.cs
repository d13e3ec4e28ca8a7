using System.Runtime.CompilerServices;

namespace SpikeML;

/// <summary>Step-forward coding while candidate thresholds are tried; the baseline is the decoded series.</summary>
internal struct StepForwardTrial(double threshold, DoubleLanes first) : ITrial
{
    private DoubleLanes _baseline = first;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public DoubleLanes Decode(int step, DoubleLanes values) =>
        _baseline = StepForwardKernel.Follow(values, _baseline, threshold);
}
