using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SpikeML.Events;

/// <summary>
/// Writes four events at once on processors with AVX2. An event in memory is two numbers of 64 bits: its address and the
/// time.
/// </summary>
internal static class FourEvents
{
    public const int Count = 4;

    public static bool AreFast => Avx2.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(Vector256<ulong> addresses, Vector256<ulong> times, ref AddressEvent place) =>
        Write(addresses, times, ref place, ref Unsafe.Add(ref place, Count / 2));

    /// <summary>Writes the first two events to one place, and the other two to another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(
        Vector256<ulong> addresses, Vector256<ulong> times, ref AddressEvent first, ref AddressEvent second)
    {
        Vector256<ulong> even = Avx2.UnpackLow(addresses, times), odd = Avx2.UnpackHigh(addresses, times);
        Avx2.Permute2x128(even, odd, 0x20).StoreUnsafe(ref Unsafe.As<AddressEvent, ulong>(ref first));
        Avx2.Permute2x128(even, odd, 0x31).StoreUnsafe(ref Unsafe.As<AddressEvent, ulong>(ref second));
    }
}
