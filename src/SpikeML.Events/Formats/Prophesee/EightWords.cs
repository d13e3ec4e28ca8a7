using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SpikeML.Events;

/// <summary>
/// Decodes eight words of EVT 3.0 at once, up to the first that is not a row, a column or the lower part of the time. Each lane
/// gets the last row and time before it, and lanes with a column are packed.
/// </summary>
internal static class EightWords
{
    /// <summary>The number of words; as many events may be overwritten.</summary>
    public const int Count = 8;

    private const int Row = 0x0, Column = 0x2, TimeLow = 0x6;
    private const ushort AddressMask = 0x7FF, TimeMask = 0xFFF;

    /// <summary>For each mask of lanes, the lanes that are set, in order.</summary>
    private static readonly Vector128<byte>[] Packed = [.. Enumerable.Range(0, 1 << Count).Select(mask =>
        Lanes([.. Enumerable.Range(0, Count).Where(lane => (mask >> lane & 1) != 0), .. Enumerable.Repeat(0, Count)]))];

    /// <summary>For each mask of lanes and each lane, the last one up to it that is set, or -1.</summary>
    private static readonly Vector128<byte>[] Last = [.. Enumerable.Range(0, 1 << Count).Select(mask =>
        Lanes([.. Enumerable.Range(0, Count).Select(lane =>
            BitOperations.Log2((uint)(mask & ((2 << lane) - 1)) << 1 | 1) - 1)]))];

    public static bool AreFast => FourEvents.AreFast;

    /// <summary>Whether words of a type are decoded here.</summary>
    public static bool Includes(int type) => ((1 << Row | 1 << Column | 1 << TimeLow) >> type & 1) != 0;

    /// <param name="words">The first of eight words.</param>
    /// <param name="y">The row; the last one afterwards.</param>
    /// <param name="low">The lower part of the time; the last one afterwards.</param>
    /// <param name="high">The upper part of the time.</param>
    /// <param name="place">Where the first event is written.</param>
    /// <returns>How many words were decoded, and how many events they hold.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (int Words, int Events) Decode(in ushort words, ref int y, ref int low, long high, ref AddressEvent place)
    {
        Vector128<ushort> block = Vector128.LoadUnsafe(in words), types = block >> 12;
        uint rows = Mask(types, Row), columns = Mask(types, Column), lows = Mask(types, TimeLow);
        int used = BitOperations.TrailingZeroCount(~(rows | columns | lows));
        uint first = (1u << used) - 1;
        (rows, columns, lows) = (rows & first, columns & first, lows & first);
        Vector128<ushort> addresses = block & Vector128.Create(AddressMask);
        Vector128<byte> packed = Of(Packed, columns);
        Vector128<byte> x = Ssse3.Shuffle(addresses.AsByte(), packed);
        Vector128<ushort> ys = Ssse3.Shuffle(Before(addresses, rows, y), packed).AsUInt16();
        Vector128<byte> times = Ssse3.Shuffle(Before(block & Vector128.Create(TimeMask), lows, low), packed);
        Vector128<ushort> polarities = Ssse3.Shuffle(block.AsByte(), packed).AsUInt16() >> 11 & Vector128<ushort>.One;
        Vector128<ushort> rowsAndPolarities = ys << 1 | polarities;
        Vector256<ulong> upper = Vector256.Create((ulong)high);
        FourEvents.Write(Widened(Sse2.UnpackLow(x.AsUInt16(), rowsAndPolarities)),
            Avx2.ConvertToVector256Int64(times.AsUInt16()).AsUInt64() | upper, ref place);
        FourEvents.Write(Widened(Sse2.UnpackHigh(x.AsUInt16(), rowsAndPolarities)),
            Avx2.ConvertToVector256Int64(UpperHalf(times)).AsUInt64() | upper, ref Unsafe.Add(ref place, FourEvents.Count));
        y = rows == 0 ? y : Unsafe.Add(ref Unsafe.AsRef(in words), BitOperations.Log2(rows)) & AddressMask;
        low = lows == 0 ? low : Unsafe.Add(ref Unsafe.AsRef(in words), BitOperations.Log2(lows)) & TimeMask;
        return (used, BitOperations.PopCount(columns));
    }

    /// <summary>The number of the last marked lane up to each lane, or what was before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Before(Vector128<ushort> numbers, uint marked, int before)
    {
        Vector128<byte> lanes = Of(Last, marked);
        return Sse41.BlendVariable(Ssse3.Shuffle(numbers.AsByte(), lanes), Vector128.Create((ushort)before).AsByte(), lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Mask(Vector128<ushort> types, ushort type) =>
        Vector128.ExtractMostSignificantBits(Vector128.Equals(types, Vector128.Create(type)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Widened(Vector128<ushort> pairs) => Avx2.ConvertToVector256Int32(pairs).AsUInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> UpperHalf(Vector128<byte> numbers) =>
        Sse2.ShiftRightLogical128BitLane(numbers, sizeof(ulong)).AsUInt16();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Of(Vector128<byte>[] table, uint mask) =>
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(table), mask);

    /// <summary>The bytes of 16-bit lanes; those of lane -1 choose nothing.</summary>
    private static Vector128<byte> Lanes(int[] lanes) => Vector128.Create((byte[])
        [.. lanes.Take(Count).SelectMany(lane => lane < 0 ? (byte[])[0xFF, 0xFF] : [(byte)(2 * lane), (byte)(2 * lane + 1)])]);
}
