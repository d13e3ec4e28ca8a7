using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SpikeML.Events;

/// <summary>
/// Writes four events at once on processors with AVX2. An event in memory is three numbers of 64 bits: x and y, the time, and the
/// polarity.
/// </summary>
internal static class FourEvents
{
    public const int Count = 4;

    public static bool AreFast => Avx2.IsSupported;

    /// <param name="addresses">x, and y in the upper 32 bits.</param>
    /// <param name="times">The times.</param>
    /// <param name="polarities">The polarities.</param>
    /// <param name="place">Where the first event is written.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(
        Vector256<ulong> addresses, Vector256<ulong> times, Vector256<ulong> polarities, ref AddressEvent place)
    {
        (Vector256<double> a, Vector256<double> t, Vector256<double> p) =
            (addresses.AsDouble(), times.AsDouble(), polarities.AsDouble());
        Vector256<double> evenPairs = Avx.UnpackLow(a, t), oddPairs = Avx.UnpackHigh(t, p);
        Vector256<double> between = Avx.Shuffle(p, a, 0b1010);
        ref double target = ref Unsafe.As<AddressEvent, double>(ref place);
        Avx.Permute2x128(evenPairs, between, 0x20).StoreUnsafe(ref target);
        Avx.Blend(oddPairs, evenPairs, 0b1100).StoreUnsafe(ref target, 4);
        Avx.Permute2x128(between, oddPairs, 0x31).StoreUnsafe(ref target, 8);
    }
}
