using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>Adds up weighted spikes; the state is the sum, in double precision.</summary>
/// <param name="weight">The change that a spike represents.</param>
/// <param name="sumFirst">Whether the value of a step includes its own spike, or only earlier ones.</param>
internal readonly struct StepDecodingKernel(double weight, bool sumFirst) : IStepKernel
{
    public static int StateNumbers => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Step(double value, ref double state, ref double second)
    {
        double before = state;
        state += weight * value;
        return (float)(sumFirst ? state : before);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Step(DoubleLanes values, ref DoubleLanes state, ref DoubleLanes second)
    {
        DoubleLanes before = state;
        state += values * weight;
        return (sumFirst ? state : before).Narrow();
    }
}
