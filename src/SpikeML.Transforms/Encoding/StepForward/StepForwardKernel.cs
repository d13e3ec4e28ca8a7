using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>A value's spike of <see cref="StepForwardEncoding"/>; the state is the baseline.</summary>
internal readonly struct StepForwardKernel(double threshold) : IStepKernel
{
    public static int StateNumbers => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Step(float value, ref double state, ref double second)
    {
        float spike = value > state + threshold ? 1 : value < state - threshold ? -1 : 0;
        state += spike * threshold;
        return spike;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Step(Vector512<float> values, ref DoubleLanes state, ref DoubleLanes second)
    {
        DoubleLanes wide = DoubleLanes.Widen(values);
        Vector512<float> spikes = DoubleLanes.Signs(wide, state + threshold, state - threshold);
        state = new(Follow(wide.Lower, state.Lower), Follow(wide.Upper, state.Upper));
        return spikes;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<double> Follow(Vector512<double> value, Vector512<double> baseline)
    {
        Vector512<double> step = Vector512.Create(threshold), above = baseline + step, below = baseline - step;
        Vector512<double> fallen = Vector512.ConditionalSelect(Vector512.LessThan(value, below), below, baseline);
        return Vector512.ConditionalSelect(Vector512.GreaterThan(value, above), above, fallen);
    }
}
