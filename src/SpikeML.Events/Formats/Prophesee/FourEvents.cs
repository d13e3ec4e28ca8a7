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
    public static void Write(Vector256<ulong> addresses, Vector256<ulong> times, ref AddressEvent place)
    {
        Vector256<ulong> even = Avx2.UnpackLow(addresses, times), odd = Avx2.UnpackHigh(addresses, times);
        ref ulong target = ref Unsafe.As<AddressEvent, ulong>(ref place);
        Avx2.Permute2x128(even, odd, 0x20).StoreUnsafe(ref target);
        Avx2.Permute2x128(even, odd, 0x31).StoreUnsafe(ref target, (nuint)Vector256<ulong>.Count);
    }
}
