using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>Examines the steps at which neurons fire, 16 neurons at a time.</summary>
internal static class StepScan
{
    /// <summary>The first step at which any neuron fires.</summary>
    /// <param name="steps">The step of each neuron, padded to whole vectors.</param>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static int First(ReadOnlySpan<int> steps)
    {
        Vector512<int> first = Vector512.Create(int.MaxValue);
        foreach (ref readonly Vector512<int> own in MemoryMarshal.Cast<int, Vector512<int>>(steps))
            first = Vector512.Min(first, own);
        return Least(first);
    }

    /// <summary>Writes the slots of the neurons that fire at a step and finds the next step at which any neuron fires.</summary>
    /// <param name="steps">The step of each neuron, padded to whole vectors.</param>
    /// <param name="step">The step.</param>
    /// <param name="firstSlot">The slot of the step's first neuron.</param>
    /// <param name="slots">Receives the slots; needs room for one extra vector.</param>
    /// <param name="next">The next step.</param>
    /// <returns>The number of slots.</returns>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static int Add(ReadOnlySpan<int> steps, int step, int firstSlot, Span<int> slots, out int next)
    {
        Vector512<int> now = Vector512.Create(step), later = Vector512.Create(int.MaxValue);
        Vector512<int> lanes = Lanes.Indices + Vector512.Create(firstSlot);
        int count = 0;
        foreach (ref readonly Vector512<int> own in MemoryMarshal.Cast<int, Vector512<int>>(steps))
        {
            later = Lanes.Select(Vector512.GreaterThan(own, now), Vector512.Min(own, later), later);
            count += LanePacking.Pack(lanes, Vector512.Equals(own, now), slots[count..]);
            lanes += Vector512.Create(Vector512<int>.Count);
        }
        next = Least(later);
        return count;
    }

    private static int Least(Vector512<int> lanes)
    {
        Vector256<int> eight = Vector256.Min(lanes.GetLower(), lanes.GetUpper());
        Vector128<int> four = Vector128.Min(eight.GetLower(), eight.GetUpper());
        return Math.Min(Math.Min(four[0], four[1]), Math.Min(four[2], four[3]));
    }
}
