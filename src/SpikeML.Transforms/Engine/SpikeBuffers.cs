using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>Packs the non-zero values of spike columns into a sparse or dense vector, whichever is smaller.</summary>
internal static class SpikeBuffers
{
    /// <summary>The number of values of four vectors.</summary>
    private const int Together = 64;

    /// <summary>The largest number of spikes for which a sparse vector (index and value) is no larger than a dense one.</summary>
    public static int LargestSparseCount(int length) => length / 2;

    /// <summary>The number of values that are not zero.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static int Count(ReadOnlySpan<float> values)
    {
        Vector512<int> silent = Vector512<int>.Zero;
        int at = 0;
        for (; at <= values.Length - Vector512<float>.Count; at += Vector512<float>.Count)
            silent -= Vector512.Equals(Vector512.Create(values[at..]), Vector512<float>.Zero).AsInt32();
        int count = at - Vector512.Sum(silent);
        for (; at < values.Length; at++)
            count += values[at] != 0 ? 1 : 0;
        return count;
    }

    /// <summary>Turns a dense vector into a sparse one if that is smaller, given its number of spikes.</summary>
    public static void Compact(ref VBuffer<float> spikes, int count)
    {
        if (count > LargestSparseCount(spikes.Length) || count == spikes.Length)
            return;
        // The values move to the front of their own array; the write position never passes the read position.
        ReadOnlySpan<float> dense = spikes.GetValues();
        VBufferEditor<float> sparse = VBufferEditor.Create(ref spikes, spikes.Length, RoomFor(count, spikes.Length));
        int packed = 0;
        TryPack(dense, 0, sparse.Indices, sparse.Values, ref packed);
        spikes = sparse.CommitTruncated(packed);
    }

    /// <summary>Moves the slots and values of the non-zero values to the front, and returns their number.</summary>
    public static int DropZeros(Span<int> slots, Span<float> values)
    {
        if (Count(values) == values.Length)
            return values.Length;
        int count = 0;
        for (int i = 0; i < values.Length; i++)
        {
            (slots[count], values[count]) = (slots[i], values[i]);
            count += values[i] != 0 ? 1 : 0;
        }
        return count;
    }

    /// <summary>
    /// Room for the densest sparse row once a row is half as dense: later rows with a few more spikes reuse the memory. Below
    /// that, room for the values that are packed together, which then need not be counted first.
    /// </summary>
    public static int RoomFor(int count, int length)
    {
        int most = LargestSparseCount(length);
        return count > most / 2 ? most : Math.Min(count + Together, most);
    }

    /// <summary>
    /// Appends the slots and values of the non-zero elements of <paramref name="values"/>, whose first element is at
    /// <paramref name="firstSlot"/>.
    /// </summary>
    /// <param name="values">The values; <paramref name="packed"/> may be the start of the same memory.</param>
    /// <param name="firstSlot">The slot of the first value.</param>
    /// <param name="slots">Receives the slots, starting at <paramref name="count"/>.</param>
    /// <param name="packed">Receives the values, starting at <paramref name="count"/>.</param>
    /// <param name="count">The number of entries before and after the call.</param>
    /// <returns>False if there is not enough room; the output is then undefined.</returns>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static bool TryPack(ReadOnlySpan<float> values, int firstSlot, Span<int> slots, Span<float> packed, ref int count)
    {
        int next = count, at = LanePacking.IsFast ? PackVectors(values, firstSlot, slots, packed, ref next) : 0;
        Span<int> bits = MemoryMarshal.Cast<float, int>(packed);
        for (; at <= values.Length - Lanes.Count; at += Lanes.Count)
        {
            Vector512<float> own = Vector512.Create(values[at..]);
            Vector512<int> spiking = ~Vector512.Equals(own, Vector512<float>.Zero).AsInt32();
            if (spiking == Vector512<int>.Zero)
                continue;
            if (next + LanePacking.Count(spiking) > slots.Length)
                return false;
            LanePacking.Pack(Lanes.Indices + Vector512.Create(firstSlot + at), spiking, slots[next..]);
            next += LanePacking.Pack(own.AsInt32(), spiking, bits[next..]);
        }
        for (; at < values.Length; at++)
        {
            if (values[at] == 0)
                continue;
            if (next == slots.Length)
                return false;
            (slots[next], packed[next]) = (firstSlot + at, values[at]);
            next++;
        }
        count = next;
        return true;
    }

    /// <summary>
    /// Packs four vectors at a time while there is room for all of their lanes, so nothing else is checked; returns the number of
    /// values that it has examined. A single silent vector is not skipped, because it is too hard to predict.
    /// </summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static int PackVectors(
        ReadOnlySpan<float> values, int firstSlot, Span<int> slots, Span<float> packed, ref int count)
    {
        ref float from = ref MemoryMarshal.GetReference(values);
        ref int slot = ref MemoryMarshal.GetReference(slots);
        ref int bits = ref Unsafe.As<float, int>(ref MemoryMarshal.GetReference(packed));
        int next = count, last = Math.Min(slots.Length, packed.Length) - Together, at = 0;
        Vector512<int> lanes = Lanes.Indices + Vector512.Create(firstSlot);
        for (; at <= values.Length - Together && next <= last; at += Together)
        {
            if (IsSilent(ref Unsafe.Add(ref from, at)))
            {
                lanes += Vector512.Create(Together);
                continue;
            }
            for (int own = at; own < at + Together; own += Lanes.Count)
            {
                Vector512<float> vector = Vector512.LoadUnsafe(ref from, (nuint)own);
                Vector512<int> spiking = ~Vector512.Equals(vector, Vector512<float>.Zero).AsInt32();
                LanePacking.PackUnchecked(lanes, spiking, ref Unsafe.Add(ref slot, next));
                next += LanePacking.PackUnchecked(vector.AsInt32(), spiking, ref Unsafe.Add(ref bits, next));
                lanes += Vector512.Create(Lanes.Count);
            }
        }
        count = next;
        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsSilent(ref float values)
    {
        Vector512<int> any = Vector512.LoadUnsafe(ref values).AsInt32() | Vector512.LoadUnsafe(ref values, 16).AsInt32();
        any |= Vector512.LoadUnsafe(ref values, 32).AsInt32() | Vector512.LoadUnsafe(ref values, 48).AsInt32();
        return any == Vector512<int>.Zero;
    }
}
