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

    public static bool AreFast => FourEvents.AreFast;

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
        FourEvents.Write(Avx2.UnpackLow(columns, rowsAndPolarities).AsUInt64(), Avx2.UnpackLow(times, upper).AsUInt64(),
            ref place, ref Unsafe.Add(ref place, 4));
        FourEvents.Write(Avx2.UnpackHigh(columns, rowsAndPolarities).AsUInt64(), Avx2.UnpackHigh(times, upper).AsUInt64(),
            ref Unsafe.Add(ref place, 2), ref Unsafe.Add(ref place, 6));
    }
}
