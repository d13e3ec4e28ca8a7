using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>Sixteen neurons that fire at equal intervals, with everything that each step needs side by side in memory.</summary>
internal struct PeriodicBlock
{
    /// <summary>Blocks without spikes are skipped if fewer than one in this many blocks has one.</summary>
    private const int RareFiring = 10;

    public Vector512<int> Next;
    public Vector512<int> Interval;
    public Vector512<int> End;
    public Vector512<int> Neurons;

    /// <summary>Whether testing each block for spikes pays off; otherwise the branch is unpredictable.</summary>
    public static bool FiresRarely(int spikeCount, int blocks, int steps) => (long)RareFiring * spikeCount < (long)blocks * steps;

    /// <summary>Writes the spikes of one step as dense values.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void WriteStep(Span<PeriodicBlock> blocks, int step, Span<Vector512<float>> spikes)
    {
        Vector512<int> now = Vector512.Create(step);
        for (int i = 0; i < blocks.Length; i++)
            spikes[i] = blocks[i].Fire(now).AsSingle() & Vector512<float>.One;
    }

    /// <summary>
    /// Writes the slots of the spikes of one step; there must be room for all lanes of all blocks plus one vector.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int AddStep(Span<PeriodicBlock> blocks, int step, int first, bool rare, ref int slots)
    {
        Vector512<int> now = Vector512.Create(step), slot = Vector512.Create(first);
        int count = 0;
        for (int i = 0; i < blocks.Length; i++)
        {
            ref PeriodicBlock block = ref blocks[i];
            if (rare && Vector512.Equals(block.Next, now) == Vector512<int>.Zero)
                continue;
            Vector512<int> firing = block.Fire(now);
            count += LanePacking.PackUnchecked(block.Neurons + slot, firing, ref Unsafe.Add(ref slots, count));
        }
        return count;
    }

    /// <summary>Same, if there is only room for the spikes themselves.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int AddStep(Span<PeriodicBlock> blocks, int step, int first, Span<int> slots)
    {
        int count = 0;
        foreach (ref PeriodicBlock block in blocks)
        {
            Vector512<int> firing = block.Fire(Vector512.Create(step));
            count += LanePacking.Pack(block.Neurons + Vector512.Create(first), firing, slots[count..]);
        }
        return count;
    }

    /// <summary>
    /// All ones for each neuron that fires at a step; advances the step of its next spike, also where it is silent by then.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<int> Fire(Vector512<int> step)
    {
        Vector512<int> due = Vector512.Equals(Next, step);
        Next += Interval & due;
        return due & Vector512.GreaterThan(End, step);
    }
}
