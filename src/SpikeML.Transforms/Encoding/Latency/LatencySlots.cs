using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// Encodes features as the ascending slots of their spikes. Features below the threshold all fire at the latest time, so only the
/// others need a time of their own; these are packed together first.
/// </summary>
internal static class LatencySlots
{
    /// <summary>Below this, stack memory is faster than a pooled array.</summary>
    private const int MostOnStack = 256;

    public static int Encode(ReadOnlySpan<float> features, Span<int> slots, int numSteps, in LatencyCode code,
        LatencyEncodingOptions options)
    {
        int length = 2 * (features.Length + Vector512<int>.Count) + numSteps + 1;
        int[]? rented = length > MostOnStack ? ArrayPool<int>.Shared.Rent(length) : null;
        Span<int> memory = rented ?? stackalloc int[MostOnStack];
        try
        {
            return Encode(features, slots, numSteps, code, options, memory[..length]);
        }
        finally
        {
            if (rented is not null)
                ArrayPool<int>.Shared.Return(rented);
        }
    }

    private static int Encode(ReadOnlySpan<float> features, Span<int> slots, int numSteps, in LatencyCode code,
        LatencyEncodingOptions options, Span<int> memory)
    {
        int room = features.Length + Vector512<int>.Count;
        Span<int> neurons = memory[..room], steps = memory.Slice(room, room), next = memory[(2 * room)..];
        float threshold = (float)options.Threshold;
        int above = SelectAbove(features, threshold, neurons, steps);
        bool anyBelow = above < features.Length;
        float latest = anyBelow ? code.LatestStep() : 0;
        ToSteps(steps[..above], code, numSteps);
        if (!options.Bypass && (steps[..above].Contains(numSteps) || latest >= numSteps))
            throw FirstTooLate(features, numSteps, code);

        int count = Sort(neurons[..above], steps[..above], features.Length, next, slots);
        bool belowFires = anyBelow && !options.Clip && latest < numSteps;
        return belowFires ? AppendBelow(features, threshold, (int)latest, slots, count) : count;
    }

    /// <summary>Packs the neurons at or above the threshold, and their features' bits; returns their number.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static int SelectAbove(ReadOnlySpan<float> features, float threshold, Span<int> neurons, Span<int> bits)
    {
        int count = 0, slot = 0;
        for (; slot <= features.Length - Vector512<float>.Count; slot += Vector512<float>.Count)
        {
            Vector512<float> block = Vector512.Create(features[slot..]);
            Vector512<int> above = Vector512.GreaterThanOrEqual(block, Vector512.Create(threshold)).AsInt32();
            LanePacking.Pack(block.AsInt32(), above, bits[count..]);
            count += LanePacking.Pack(Lanes.Indices + Vector512.Create(slot), above, neurons[count..]);
        }
        for (; slot < features.Length; slot++)
        {
            if (features[slot] >= threshold)
                (neurons[count], bits[count++]) = (slot, BitConverter.SingleToInt32Bits(features[slot]));
        }
        return count;
    }

    /// <summary>Turns features' bits into steps; those after the last step become numSteps.</summary>
    private static void ToSteps(Span<int> steps, in LatencyCode code, int numSteps)
    {
        Span<float> times = MemoryMarshal.Cast<int, float>(steps);
        code.ToTimes(times, times);
        LatencyRounding.ToSteps(times, numSteps);
    }

    /// <summary>
    /// A counting sort by step that keeps the order of the neurons within each step. Steps equal to numSteps come last and are
    /// not counted.
    /// </summary>
    private static int Sort(ReadOnlySpan<int> neurons, ReadOnlySpan<int> steps, int neuronCount, Span<int> next, Span<int> slots)
    {
        next.Clear();
        foreach (int step in steps)
            next[step]++;
        int count = 0;
        foreach (ref int position in next)
            (position, count) = (count, count + position);
        int kept = next[^1];
        for (int i = 0; i < steps.Length; i++)
            slots[next[steps[i]]++] = steps[i] * neuronCount + neurons[i];
        return kept;
    }

    /// <summary>Adds the neurons below the threshold, which fire at the latest step.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static int AppendBelow(ReadOnlySpan<float> features, float threshold, int latest, Span<int> slots, int count)
    {
        int firstSlot = latest * features.Length;
        int alone = slots[..count].BinarySearch(firstSlot) is int found and >= 0
            ? found : ~slots[..count].BinarySearch(firstSlot);
        bool shared = alone < count;
        int slot = 0;
        for (; slot <= features.Length - Vector512<float>.Count; slot += Vector512<float>.Count)
        {
            Vector512<int> below = Vector512.LessThan(Vector512.Create(features[slot..]), Vector512.Create(threshold)).AsInt32();
            count += LanePacking.Pack(Lanes.Indices + Vector512.Create(firstSlot + slot), below, slots[count..]);
        }
        for (; slot < features.Length; slot++)
        {
            if (features[slot] < threshold)
                slots[count++] = firstSlot + slot;
        }
        // Neurons just above the threshold may also round to the latest step; they then come before the others, out of order.
        if (shared)
            slots[alone..count].Sort();
        return count;
    }

    private static InvalidFeatureException FirstTooLate(ReadOnlySpan<float> features, int numSteps, in LatencyCode code)
    {
        for (int slot = 0; ; slot++)
        {
            float time = features[slot];
            code.ToTimes(new ReadOnlySpan<float>(in time), new Span<float>(ref time));
            if (MathF.Round(time) >= numSteps)
                return LatencyRounding.TooLate(slot, features[slot], MathF.Round(time), numSteps);
        }
    }
}
