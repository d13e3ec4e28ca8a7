using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// Neurons that fire at equal intervals, side by side: 64 with steps as SByte, for trains of at most 127 steps, or 16 as Int32.
/// </summary>
internal struct PeriodicBlock<T>
    where T : unmanaged, IBinaryInteger<T>
{
    /// <summary>The step of each neuron's next spike.</summary>
    public Vector512<T> Next;

    /// <summary>The steps from each neuron's spike to its next spike.</summary>
    public Vector512<T> Interval;

    /// <summary>The step from which each neuron is silent.</summary>
    public Vector512<T> End;

    /// <summary>The number of <see cref="Lanes.Count"/> neurons that each block has.</summary>
    public static int Vectors => Vector512<T>.Count / Lanes.Count;

    /// <summary>Advances all blocks to a step, and writes a bit for each neuron that fires at it.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Advance(Span<PeriodicBlock<T>> blocks, int step, Span<ushort> firing)
    {
        Vector512<T> now = Vector512.Create(T.CreateTruncating(step));
        if (Vectors == 1)
        {
            for (int i = 0; i < blocks.Length; i++)
                firing[i] = (ushort)blocks[i].Fire(now).ExtractMostSignificantBits();
            return;
        }
        Span<ulong> together = MemoryMarshal.Cast<ushort, ulong>(firing);
        for (int i = 0; i < blocks.Length; i++)
            together[i] = blocks[i].Fire(now).ExtractMostSignificantBits();
    }

    /// <summary>
    /// All ones for each neuron that fires at a step; advances the step of its next spike, also where it is silent by then. A
    /// step beyond what T can hold wraps around to below 0, and never comes.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<T> Fire(Vector512<T> step)
    {
        Vector512<T> due = Vector512.Equals(Next, step);
        Next += Interval & due;
        return due & Vector512.GreaterThan(End, step);
    }
}
