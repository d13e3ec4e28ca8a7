using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SpikeML.Events;

/// <summary>
/// Writes eight events at once on processors with AVX2. An event in memory is four numbers of 32 bits: x, the row with the
/// polarity in the lowest bit, and the halves of the time.
/// </summary>
internal static class EightEvents
{
    public const int Count = 8;

    public static bool AreFast => Avx2.IsSupported;

    /// <param name="columns">x.</param>
    /// <param name="rowsAndPolarities">Twice y, and the polarity.</param>
    /// <param name="times">The lower halves of the times.</param>
    /// <param name="upperTime">The upper half of all times.</param>
    /// <param name="place">Where the first event is written.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(Vector256<uint> columns, Vector256<uint> rowsAndPolarities, Vector256<uint> times, uint upperTime,
        ref AddressEvent place)
    {
        Vector256<uint> upper = Vector256.Create(upperTime);
        // Events 0, 1, 4 and 5, and then 2, 3, 6 and 7.
        Write(Avx2.UnpackLow(columns, rowsAndPolarities), Avx2.UnpackLow(times, upper), ref place);
        Write(Avx2.UnpackHigh(columns, rowsAndPolarities), Avx2.UnpackHigh(times, upper), ref Unsafe.Add(ref place, 2));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(Vector256<uint> addresses, Vector256<uint> times, ref AddressEvent place)
    {
        Vector256<ulong> even = Avx2.UnpackLow(addresses.AsUInt64(), times.AsUInt64());
        Vector256<ulong> odd = Avx2.UnpackHigh(addresses.AsUInt64(), times.AsUInt64());
        Avx2.Permute2x128(even, odd, 0x20).StoreUnsafe(ref Unsafe.As<AddressEvent, ulong>(ref place));
        Avx2.Permute2x128(even, odd, 0x31).StoreUnsafe(ref Unsafe.As<AddressEvent, ulong>(ref Unsafe.Add(ref place, Count / 2)));
    }
}
