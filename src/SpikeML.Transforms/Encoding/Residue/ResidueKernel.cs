using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>The spike of one value in <see cref="ResidueEncoding"/>; the state is the residue and the previous value.</summary>
internal readonly struct ResidueKernel(double threshold) : IStepKernel
{
    public static int StateNumbers => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Step(double value, ref double state, ref double second)
    {
        double change = value - second + state;
        float spike = Math.Abs(change) >= threshold ? (float)change : 0;
        // Subtracts what was actually sent, so rounding to single precision also stays in the residue.
        (state, second) = (change - spike, value);
        return spike;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Step(DoubleLanes values, ref DoubleLanes state, ref DoubleLanes second)
    {
        DoubleLanes change = values - second + state;
        Vector512<float> spikes = new DoubleLanes(Sent(change.Lower), Sent(change.Upper)).Narrow();
        (state, second) = (change - DoubleLanes.Widen(spikes), values);
        return spikes;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<double> Sent(Vector512<double> change) =>
        change & Vector512.GreaterThanOrEqual(Vector512.Abs(change), Vector512.Create(threshold));
}
