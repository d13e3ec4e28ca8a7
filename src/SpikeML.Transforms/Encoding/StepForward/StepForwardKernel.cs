using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>The spike of one value in <see cref="StepForwardEncoding"/>; the state is the baseline.</summary>
internal readonly struct StepForwardKernel(double threshold) : IStepKernel
{
    public static int StateNumbers => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Step(double value, ref double state, ref double second)
    {
        float spike = value > state + threshold ? 1 : value < state - threshold ? -1 : 0;
        state += spike * threshold;
        return spike;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Step(DoubleLanes values, ref DoubleLanes state, ref DoubleLanes second)
    {
        Vector512<float> spikes = DoubleLanes.Signs(values, state + threshold, state - threshold);
        state = Follow(values, state, threshold);
        return spikes;
    }

    /// <summary>The baselines after a number of values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes Follow(DoubleLanes values, DoubleLanes baselines, double threshold) =>
        DoubleLanes.Move(baselines, threshold, values, baselines);
}
