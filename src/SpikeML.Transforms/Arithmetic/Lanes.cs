using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SpikeML;

/// <summary>Helpers to process any number of values, 16 lanes at a time.</summary>
internal static class Lanes
{
    /// <summary>The lanes of a vector of Single.</summary>
    public const int Count = 16;

    /// <summary>2^52 + 2^51: adding it makes the lowest bits of a double those of the whole number, also below 0.</summary>
    private const double WholeNumbers = 6755399441055744;

    /// <summary>0 to 15. Where vectors are emulated, Vector512.Indices is a loop.</summary>
    public static Vector512<int> Indices
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    }

    /// <summary>0 to 7.</summary>
    public static Vector512<ulong> UInt64Indices
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(0ul, 1, 2, 3, 4, 5, 6, 7);
    }

    /// <summary>0 to 7.</summary>
    public static Vector512<double> DoubleIndices
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(0.0, 1, 2, 3, 4, 5, 6, 7);
    }

    /// <summary>The length of the whole vectors that hold a number of values.</summary>
    public static int Padded(int length) => (length + Count - 1) & -Count;

    /// <summary>The number of vectors that hold a number of values.</summary>
    public static int Vectors(int length) => (length + Count - 1) / Count;

    /// <summary>The values starting at <paramref name="first"/>, padded with <paramref name="padding"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Load(ReadOnlySpan<float> values, int first, float padding) =>
        first <= values.Length - Count ? Vector512.Create(values[first..]) : LoadLast(values[first..], padding);

    /// <summary>Writes as many lanes as there is room for, starting at <paramref name="first"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector512<T> lanes, Span<T> destination, int first)
    {
        if (first <= destination.Length - Vector512<T>.Count)
            lanes.CopyTo(destination[first..]);
        else
            StoreLast(lanes, destination[first..]);
    }

    /// <summary>A bit for each non-zero value of the 16 values starting at <paramref name="first"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint NotZero(ReadOnlySpan<float> values, int first)
    {
        if (first <= values.Length - Count)
            return (uint)(~Vector512.Equals(Vector512.Create(values[first..]), Vector512<float>.Zero))
                .ExtractMostSignificantBits();
        uint bits = 0;
        for (int at = first; at < values.Length; at++)
            bits |= values[at] != 0 ? 1u << (at - first) : 0;
        return bits;
    }

    /// <summary>
    /// The number of values in whole vectors; loops that do not call a method for the remaining values keep their registers.
    /// </summary>
    public static int Whole(int length) => length & -Count;

    /// <summary>
    /// The lanes of <paramref name="chosen"/> where a mask is all ones, and those of <paramref name="others"/> where it is 0.
    /// Other masks give other results on other processors. Where vectors are emulated, .NET takes up to five operations for it;
    /// AVX2 has one.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Select<T>(Vector512<T> mask, Vector512<T> chosen, Vector512<T> others) =>
        Vector512.IsHardwareAccelerated || !Avx2.IsSupported
            ? Vector512.ConditionalSelect(mask, chosen, others)
            : Vector512.Create(
                Blend(mask.GetLower(), chosen.GetLower(), others.GetLower()),
                Blend(mask.GetUpper(), chosen.GetUpper(), others.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Blend<T>(Vector256<T> mask, Vector256<T> chosen, Vector256<T> others) =>
        Avx2.BlendVariable(others.AsByte(), chosen.AsByte(), mask.AsByte()).As<byte, T>();

    /// <summary>
    /// 1 where a value is above <paramref name="high"/>, -1 where it is below <paramref name="low"/>, and otherwise 0.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Signs<T>(Vector512<T> values, Vector512<T> high, Vector512<T> low) => Select(
        Vector512.GreaterThan(values, high), Vector512<T>.One, Vector512.LessThan(values, low) & -Vector512<T>.One);

    /// <summary>All ones for each lane whose bit is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Chosen(uint bits)
    {
        Vector512<int> own = Vector512.Create(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1 << 10, 1 << 11, 1 << 12, 1 << 13, 1 << 14,
            1 << 15);
        return ~Vector512.Equals(own & Vector512.Create((int)bits), Vector512<int>.Zero);
    }

    /// <summary>Converts whole numbers between -2^31 and 2^31 to integers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> ToInt32(Vector512<double> lower, Vector512<double> upper) => LaneNarrowing.Narrow(
        (lower + Vector512.Create(WholeNumbers)).AsInt64(), (upper + Vector512.Create(WholeNumbers)).AsInt64());

    /// <summary>Converts whole numbers from 0 to 2^32 - 1 to integers; others give any.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> ToUInt32(Vector512<float> values)
    {
        if (Vector512.IsHardwareAccelerated)
            return Vector512.ConvertToUInt32Native(values);
        // AVX2 converts signed integers only: 2^31 is taken off before, and put back as the highest bit.
        Vector512<float> half = Vector512.Create(2147483648f);
        Vector512<float> isHigh = Vector512.GreaterThanOrEqual(values, half);
        return Vector512.ConvertToInt32Native(values - (half & isHigh)).AsUInt32()
            ^ (isHigh.AsUInt32() & Vector512.Create(0x80000000));
    }

    private static Vector512<float> LoadLast(ReadOnlySpan<float> values, float padding)
    {
        Span<float> padded = stackalloc float[Count];
        padded.Fill(padding);
        values.CopyTo(padded);
        return Vector512.Create<float>(padded);
    }

    private static void StoreLast<T>(Vector512<T> lanes, Span<T> destination)
    {
        ReadOnlySpan<T> all = MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<Vector512<T>, T>(ref lanes), Vector512<T>.Count);
        all[..destination.Length].CopyTo(destination);
    }
}
