using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>Narrows two vectors to one of half the precision, with the instructions of any machine.</summary>
/// <remarks>
/// Where vectors of 512 bits are emulated, .NET narrows them number by number, which takes longer than all the arithmetic around
/// it. The results are the same.
/// </remarks>
internal static class LaneNarrowing
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Narrow(Vector512<double> lower, Vector512<double> upper) => Vector512.IsHardwareAccelerated
        ? Vector512.Narrow(lower, upper)
        : Vector512.Create(Narrow(lower.GetLower(), lower.GetUpper()), Narrow(upper.GetLower(), upper.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Narrow(Vector512<double> numbers) => Vector512.IsHardwareAccelerated
        ? Vector512.Narrow(numbers, numbers).GetLower()
        : Narrow(numbers.GetLower(), numbers.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Narrow(Vector512<long> lower, Vector512<long> upper) => Vector512.IsHardwareAccelerated
        ? Vector512.Narrow(lower, upper)
        : Vector512.Create(Narrow(lower.GetLower(), lower.GetUpper()), Narrow(upper.GetLower(), upper.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Narrow(Vector512<ulong> lower, Vector512<ulong> upper) =>
        Narrow(lower.AsInt64(), upper.AsInt64()).AsUInt32();

    /// <summary>Numbers beyond what SByte can hold become the nearest that it can.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<sbyte> Saturate(Vector512<int> lower, Vector512<int> upper) => Vector256.IsHardwareAccelerated
        ? Vector256.NarrowWithSaturation(
            Vector256.NarrowWithSaturation(lower.GetLower(), lower.GetUpper()),
            Vector256.NarrowWithSaturation(upper.GetLower(), upper.GetUpper()))
        : Vector256.Create(Saturate(lower), Saturate(upper));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<sbyte> Saturate(Vector512<int> numbers) => Vector128.NarrowWithSaturation(
        Vector128.NarrowWithSaturation(numbers.GetLower().GetLower(), numbers.GetLower().GetUpper()),
        Vector128.NarrowWithSaturation(numbers.GetUpper().GetLower(), numbers.GetUpper().GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Narrow(Vector256<double> lower, Vector256<double> upper) => Vector256.IsHardwareAccelerated
        ? Vector256.Narrow(lower, upper)
        : Vector256.Create(
            Vector128.Narrow(lower.GetLower(), lower.GetUpper()), Vector128.Narrow(upper.GetLower(), upper.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Narrow(Vector256<long> lower, Vector256<long> upper) => Vector256.IsHardwareAccelerated
        ? Vector256.Narrow(lower, upper)
        : Vector256.Create(
            Vector128.Narrow(lower.GetLower(), lower.GetUpper()), Vector128.Narrow(upper.GetLower(), upper.GetUpper()));
}
