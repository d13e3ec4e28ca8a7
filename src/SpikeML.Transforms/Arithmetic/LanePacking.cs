using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SpikeML;

/// <summary>Packs selected lanes of a vector, in their order, and spreads packed numbers over selected lanes.</summary>
/// <remarks>
/// AVX-512 has an instruction for each. AVX2 permutes eight lanes by a table of the mask's 256 values, and other machines four
/// lanes by a table of its 16 values.
/// </remarks>
internal static class LanePacking
{
    private const int Half = 8, Quarter = 4;

    private static readonly byte[] PackedOrders = MakePackedOrders(Half, parts: 1);
    private static readonly byte[] SpreadOrders = MakeSpreadOrders();
    private static readonly byte[] QuarterOrders = MakePackedOrders(Quarter, parts: sizeof(int));

    /// <summary>Whether vectors are packed and spread in registers, so that this costs little more than storing them.</summary>
    public static bool IsFast => Avx2.IsSupported;

    /// <summary>
    /// Writes the lanes whose mask is all ones to the front of <paramref name="destination"/> and returns their number. With room
    /// for all 16 lanes, they are written at once; with less room, the lanes must at least fit.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Pack(Vector512<int> lanes, Vector512<int> mask, Span<int> destination)
    {
        if (destination.Length >= Vector512<int>.Count)
            return PackUnchecked(lanes, mask, ref MemoryMarshal.GetReference(destination));
        uint chosen = (uint)mask.ExtractMostSignificantBits();
        int count = BitOperations.PopCount(chosen);
        if (Avx512F.IsSupported)
            StoreFirst(Avx512F.Compress(Vector512<int>.Zero, mask, lanes), destination[..count]);
        else
            PackOneByOne(lanes, chosen, destination);
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
        if (!Avx512F.IsSupported)
            return PackUnchecked(lanes, (uint)mask.ExtractMostSignificantBits(), ref destination);
        Avx512F.Compress(Vector512<int>.Zero, mask, lanes).StoreUnsafe(ref destination);
        return Count(mask);
    }

    /// <summary>The same for the lanes whose bit is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int PackUnchecked(Vector512<int> lanes, uint chosen, ref int destination)
    {
        if (Avx512F.IsSupported)
        {
            Avx512F.Compress(Vector512<int>.Zero, Lanes.Chosen(chosen), lanes).StoreUnsafe(ref destination);
        }
        else if (Avx2.IsSupported)
        {
            uint first = chosen & 0xFF;
            Packed(lanes.GetLower(), first).StoreUnsafe(ref destination);
            Packed(lanes.GetUpper(), chosen >> Half).StoreUnsafe(ref destination, (nuint)BitOperations.PopCount(first));
        }
        else
        {
            PackQuarters(lanes, chosen, ref destination);
        }
        return BitOperations.PopCount(chosen);
    }

    /// <summary>
    /// Writes the slots of the neurons whose bit is set, 16 bits for each vector of neurons, and returns their number. There must
    /// be room for all of them.
    /// </summary>
    /// <param name="firing">The bits.</param>
    /// <param name="neurons">The numbers of the neurons; may be longer than the bits.</param>
    /// <param name="first">The slot of neuron 0.</param>
    /// <param name="slots">Receives the slots, and anything behind them.</param>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static int PackBits(
        ReadOnlySpan<ushort> firing, ReadOnlySpan<Vector512<int>> neurons, int first, Span<int> slots)
    {
        Vector512<int> slot = Vector512.Create(first);
        ref int start = ref MemoryMarshal.GetReference(slots);
        int count = 0, last = slots.Length - Vector512<int>.Count, i = 0;
        for (; i < firing.Length && i < neurons.Length && count <= last; i++)
        {
            if (firing[i] != 0)
                count += PackUnchecked(neurons[i] + slot, firing[i], ref Unsafe.Add(ref start, count));
        }
        for (; i < firing.Length; i++)
        {
            for (uint rest = firing[i]; rest != 0; rest &= rest - 1)
                slots[count++] = first + neurons[i][BitOperations.TrailingZeroCount(rest)];
        }
        return count;
    }

    /// <summary>The number of lanes whose mask is all ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Count(Vector512<int> mask) => BitOperations.PopCount((uint)mask.ExtractMostSignificantBits());

    /// <summary>The lanes whose mask is all ones, packed and followed by zeros. Needs AVX-512.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Packed(Vector512<int> lanes, Vector512<int> mask) =>
        Avx512F.Compress(Vector512<int>.Zero, mask, lanes);

    /// <summary>The lanes whose bit is set, packed and followed by any others. Needs AVX2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Packed(Vector256<int> lanes, uint chosen) =>
        Avx2.PermuteVar8x32(lanes, Order(PackedOrders, chosen));

    /// <summary>
    /// The opposite: the numbers starting at <paramref name="packed"/>, in their order, where a bit is set, and any numbers
    /// elsewhere. 16 numbers may be read, and <see cref="IsFast"/> must hold.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Spread(ref int packed, uint chosen)
    {
        if (Avx512F.IsSupported)
            return Avx512F.Expand(Vector512<int>.Zero, Lanes.Chosen(chosen), Vector512.LoadUnsafe(ref packed));
        uint first = chosen & 0xFF;
        return Vector512.Create(
            Avx2.PermuteVar8x32(Vector256.LoadUnsafe(ref packed), Order(SpreadOrders, first)),
            Avx2.PermuteVar8x32(
                Vector256.LoadUnsafe(ref packed, (nuint)BitOperations.PopCount(first)), Order(SpreadOrders, chosen >> Half)));
    }

    /// <summary>Where each of eight lanes comes from, given the bits of the chosen ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Order(byte[] table, uint chosen) => Avx2.ConvertToVector256Int32(Vector128.CreateScalarUnsafe(
        Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(table), chosen * Half))).AsByte());

    /// <summary>Packs four lanes at a time, which any machine with vectors can do; writes up to 16 numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void PackQuarters(Vector512<int> lanes, uint chosen, ref int destination)
    {
        int next = PackQuarter(lanes.GetLower().GetLower(), chosen, ref destination);
        next += PackQuarter(lanes.GetLower().GetUpper(), chosen >> Quarter, ref Unsafe.Add(ref destination, next));
        next += PackQuarter(lanes.GetUpper().GetLower(), chosen >> 2 * Quarter, ref Unsafe.Add(ref destination, next));
        PackQuarter(lanes.GetUpper().GetUpper(), chosen >> 3 * Quarter, ref Unsafe.Add(ref destination, next));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int PackQuarter(Vector128<int> lanes, uint chosen, ref int destination)
    {
        uint own = chosen & 0xF;
        Vector128<byte> order = Vector128.LoadUnsafe(
            ref MemoryMarshal.GetArrayDataReference(QuarterOrders), (nuint)own * (nuint)Vector128<byte>.Count);
        Vector128.Shuffle(lanes.AsByte(), order).AsInt32().StoreUnsafe(ref destination);
        return BitOperations.PopCount(own);
    }

    /// <summary>Makes no call: the loops around it would have to store all their vectors before one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreFirst(Vector512<int> lanes, Span<int> destination)
    {
        for (int lane = 0; lane < destination.Length; lane++)
            destination[lane] = Unsafe.Add(ref Unsafe.As<Vector512<int>, int>(ref lanes), lane);
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static void PackOneByOne(Vector512<int> lanes, uint chosen, Span<int> destination)
    {
        for (int next = 0; chosen != 0; chosen &= chosen - 1)
            destination[next++] = lanes[BitOperations.TrailingZeroCount(chosen)];
    }

    /// <summary>For each mask, the parts of the chosen lanes in their order, followed by zeros.</summary>
    private static byte[] MakePackedOrders(int lanes, int parts)
    {
        byte[] orders = new byte[lanes * parts << lanes];
        for (int chosen = 0; chosen < 1 << lanes; chosen++)
        {
            int next = chosen * lanes * parts;
            for (int part = 0; part < lanes * parts; part++)
            {
                if ((chosen >> part / parts & 1) != 0)
                    orders[next++] = (byte)part;
            }
        }
        return orders;
    }

    private static byte[] MakeSpreadOrders()
    {
        byte[] orders = new byte[Half << Half];
        for (int chosen = 0; chosen < 1 << Half; chosen++)
        {
            for (int lane = 0; lane < Half; lane++)
                orders[chosen * Half + lane] = (byte)BitOperations.PopCount((uint)(chosen & ((1 << lane) - 1)));
        }
        return orders;
    }
}
