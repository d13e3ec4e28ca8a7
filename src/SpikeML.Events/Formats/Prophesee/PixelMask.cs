using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML.Events;

/// <summary>Writes the events of neighbouring pixels of a row, which are bits of a mask.</summary>
internal static class PixelMask
{
    /// <summary>How many places behind the last event may be overwritten.</summary>
    public const int Excess = FourEvents.Count;

    /// <summary>For each mask of four pixels, the places of its bits in order, then zeros.</summary>
    private static readonly Vector256<ulong>[] Places = [.. Enumerable.Range(0, 1 << FourEvents.Count).Select(PlacesOf)];

    /// <summary>Writes an event for each bit, from the lowest on; the lowest bit is the pixel at x.</summary>
    /// <returns>The number of events.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Write(uint mask, int x, int y, long time, int polarity, ref AddressEvent place)
    {
        if (!FourEvents.AreFast)
            return WriteEach(mask, x, y, time, polarity, ref place);
        ref Vector256<ulong> places = ref MemoryMarshal.GetArrayDataReference(Places);
        Vector256<ulong> times = Vector256.Create((ulong)time);
        int count = 0;
        for (ulong first = AddressEvent.Address(x, y, polarity); mask != 0; mask >>= FourEvents.Count, first += FourEvents.Count)
        {
            uint four = mask & 0xF;
            FourEvents.Write(Vector256.Create(first) + Unsafe.Add(ref places, four), times, ref Unsafe.Add(ref place, count));
            count += BitOperations.PopCount(four);
        }
        return count;
    }

    /// <summary>As <see cref="Write"/>, for masks of 8 or 12 bits, without a branch that depends on the mask.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int WriteShort(uint mask, bool isWide, int x, int y, long time, int polarity, ref AddressEvent place)
    {
        if (!FourEvents.AreFast)
            return WriteEach(mask, x, y, time, polarity, ref place);
        ref Vector256<ulong> places = ref MemoryMarshal.GetArrayDataReference(Places);
        Vector256<ulong> times = Vector256.Create((ulong)time);
        (Vector256<ulong> first, Vector256<ulong> step) =
            (Vector256.Create(AddressEvent.Address(x, y, polarity)), Vector256.Create((ulong)FourEvents.Count));
        FourEvents.Write(first + Unsafe.Add(ref places, mask & 0xF), times, ref place);
        FourEvents.Write(first + step + Unsafe.Add(ref places, mask >> 4 & 0xF), times,
            ref Unsafe.Add(ref place, BitOperations.PopCount(mask & 0xF)));
        if (isWide)
        {
            FourEvents.Write(first + step + step + Unsafe.Add(ref places, mask >> 8 & 0xF), times,
                ref Unsafe.Add(ref place, BitOperations.PopCount(mask & 0xFF)));
        }
        return BitOperations.PopCount(mask);
    }

    private static int WriteEach(uint mask, int x, int y, long time, int polarity, ref AddressEvent place)
    {
        int count = 0;
        for (; mask != 0; mask &= mask - 1)
            Unsafe.Add(ref place, count++) = new(x + BitOperations.TrailingZeroCount(mask), y, time, polarity);
        return count;
    }

    private static Vector256<ulong> PlacesOf(int mask)
    {
        ulong[] bits = [.. Enumerable.Range(0, FourEvents.Count).Where(bit => (mask >> bit & 1) != 0).Select(bit => (ulong)bit)];
        Array.Resize(ref bits, FourEvents.Count);
        return Vector256.Create(bits);
    }
}
