using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SpikeML;

/// <summary>Packs selected lanes of a vector, in their order.</summary>
internal static class LanePacking
{
    /// <summary>
    /// Writes the lanes whose mask is all ones to the front of <paramref name="destination"/> and returns their number. With room
    /// for all 16 lanes, they are written at once; with less room, the lanes must at least fit.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Pack(Vector512<int> lanes, Vector512<int> mask, Span<int> destination)
    {
        uint chosen = (uint)mask.ExtractMostSignificantBits();
        int count = BitOperations.PopCount(chosen);
        if (!Avx512F.IsSupported)
            PackOneByOne(lanes, chosen, destination);
        else if (destination.Length >= Vector512<int>.Count)
            Avx512F.Compress(Vector512<int>.Zero, mask, lanes).StoreUnsafe(ref MemoryMarshal.GetReference(destination));
        else
            StoreFirst(Avx512F.Compress(Vector512<int>.Zero, mask, lanes), destination[..count]);
        return count;
    }

    /// <summary>
    /// Appends the lanes whose mask is all ones to the first <paramref name="count"/> elements of <paramref name="destination"/>;
    /// returns false if there is not enough room for them.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryAdd(Vector512<int> lanes, Vector512<int> mask, Span<int> destination, ref int count)
    {
        int room = destination.Length - count;
        if (room < Vector512<int>.Count && room < Count(mask))
            return false;
        count += Pack(lanes, mask, destination[count..]);
        return true;
    }

    /// <summary>
    /// Writes the lanes whose mask is all ones starting at <paramref name="destination"/>, and returns their number. There must
    /// be room for all 16 lanes, which is not checked: loops check once for everything that they write.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int PackUnchecked(Vector512<int> lanes, Vector512<int> mask, ref int destination)
    {
        uint chosen = (uint)mask.ExtractMostSignificantBits();
        if (Avx512F.IsSupported)
            Avx512F.Compress(Vector512<int>.Zero, mask, lanes).StoreUnsafe(ref destination);
        else
            PackOneByOne(lanes, chosen, MemoryMarshal.CreateSpan(ref destination, Vector512<int>.Count));
        return BitOperations.PopCount(chosen);
    }

    /// <summary>The number of lanes whose mask is all ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Count(Vector512<int> mask) => BitOperations.PopCount((uint)mask.ExtractMostSignificantBits());

    /// <summary>Whether <see cref="Packed"/> and <see cref="Spread"/> are supported.</summary>
    public static bool CanPackInRegisters => Avx512F.IsSupported;

    /// <summary>The lanes whose mask is all ones, packed and followed by zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Packed(Vector512<int> lanes, Vector512<int> mask) =>
        Avx512F.Compress(Vector512<int>.Zero, mask, lanes);

    /// <summary>The opposite: the first lanes, in their order, where the mask is all ones, and zeros elsewhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Spread(Vector512<int> lanes, Vector512<int> mask) =>
        Avx512F.Expand(Vector512<int>.Zero, mask, lanes);

    /// <summary>Makes no call: the loops around it would have to store all their vectors before one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreFirst(Vector512<int> lanes, Span<int> destination)
    {
        for (int lane = 0; lane < destination.Length; lane++)
            destination[lane] = Unsafe.Add(ref Unsafe.As<Vector512<int>, int>(ref lanes), lane);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void PackOneByOne(Vector512<int> lanes, uint chosen, Span<int> destination)
    {
        for (int next = 0; chosen != 0; chosen &= chosen - 1)
            destination[next++] = lanes[BitOperations.TrailingZeroCount(chosen)];
    }
}
