using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// Finds the slots of the spikes of <see cref="MultiThresholdEncoding"/>: one for each threshold between two levels.
/// </summary>
internal static class LevelCrossings
{
    /// <summary>The number of values whose levels are found at a time; one step if that is longer.</summary>
    private const int BlockLength = 1024;

    /// <summary>Writes the ascending slots of a series' spikes and returns their number.</summary>
    public static int Find<T>(ReadOnlySpan<T> series, int neuronCount, ThresholdLevels levels, Span<int> slots)
        where T : unmanaged
    {
        int block = Math.Max(BlockLength, neuronCount), count = 0;
        int[] rented = ArrayPool<int>.Shared.Rent(block + neuronCount);
        Span<T> thresholds = stackalloc T[ThresholdLevels.MostCompared];
        thresholds = thresholds[..Math.Min(levels.Count, thresholds.Length)];
        if (levels.Count == thresholds.Length)
            levels.CopyTo(thresholds);

        // The levels of a block of values and of the values one step later.
        Span<int> before = rented.AsSpan(0, block), after = rented.AsSpan(neuronCount, block);
        levels.Of<T>(series[..neuronCount], before, thresholds);
        for (int first = 0; first < series.Length - neuronCount; first += block)
        {
            int length = Math.Min(block, series.Length - neuronCount - first);
            levels.Of<T>(series.Slice(first + neuronCount, length), after, thresholds);
            count = Add(before[..length], after[..length], first, levels.Count, slots, count);
            after.Slice(block - neuronCount, neuronCount).CopyTo(before);
        }
        ArrayPool<int>.Shared.Return(rented);
        return count;
    }

    /// <summary>Adds the slots of the values whose level changes.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static int Add(
        ReadOnlySpan<int> before, ReadOnlySpan<int> after, int firstValue, int levels, Span<int> slots, int count)
    {
        int at = 0;
        for (; at <= before.Length - Vector512<int>.Count; at += Vector512<int>.Count)
        {
            Vector512<int> same = Vector512.Equals(Vector512.Create(before[at..]), Vector512.Create(after[at..]));
            for (uint changed = ~(uint)same.ExtractMostSignificantBits() & 0xFFFF; changed != 0; changed &= changed - 1)
            {
                int lane = at + BitOperations.TrailingZeroCount(changed);
                count = Add(before[lane], after[lane], firstValue + lane, levels, slots, count);
            }
        }
        for (; at < before.Length; at++)
            count = Add(before[at], after[at], firstValue + at, levels, slots, count);
        return count;
    }

    /// <summary>Adds the slots of one value: on-neurons where its level rises, off-neurons where it falls.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static int Add(int before, int after, int value, int levels, Span<int> slots, int count)
    {
        int first = value * 2 * levels + (after > before ? before : levels + after), length = Math.Abs(after - before);
        Span<int> own = slots[count..];
        if (length <= Vector512<int>.Count && own.Length >= Vector512<int>.Count)
        {
            (Lanes.Indices + Vector512.Create(first)).CopyTo(own);
            return count + length;
        }
        for (int i = 0; i < length; i++)
            own[i] = first + i;
        return count + length;
    }
}
