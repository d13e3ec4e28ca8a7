using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>The natural logarithm, bit-identical on every machine.</summary>
/// <remarks>
/// A library's logarithm may differ in the last bit between processors or C runtimes and so move a spike that falls halfway
/// between two steps. This one only uses additions, multiplications and divisions in double precision, which IEEE 754 defines to
/// the bit: log(m 2^e) = e log(2) + 2 artanh((m - 1) / (m + 1)).
/// </remarks>
internal static class Logarithm
{
    /// <summary>The bits of sqrt(1/2) in double precision.</summary>
    private const long SquareRootOfHalf = 0x3FE6A09E667F3BCD;

    /// <summary>
    /// Replaces finite, normal, positive numbers, whole vectors of eight, by their logarithms, rounded to single precision.
    /// </summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Of(Span<float> values)
    {
        for (int at = 0; at <= values.Length - Vector256<float>.Count; at += Vector256<float>.Count)
        {
            Vector512<double> own = Vector512.WidenLower(Vector256.Create<float>(values[at..]).ToVector512Unsafe());
            LaneNarrowing.Narrow(Of(own)).CopyTo(values[at..]);
        }
    }

    /// <summary>
    /// The logarithm of one finite, normal, positive number. Where vectors are emulated, one would take ten times as long.
    /// </summary>
    public static double Of(double value)
    {
        (long exponent, double mantissa) = Parts(value);
        double ratio = (mantissa - 1) / (mantissa + 1), square = ratio * ratio;
        double series = 1.0 / 17;
        series = series * square + 1.0 / 15;
        series = series * square + 1.0 / 13;
        series = series * square + 1.0 / 11;
        series = series * square + 1.0 / 9;
        series = series * square + 1.0 / 7;
        series = series * square + 1.0 / 5;
        series = series * square + 1.0 / 3;
        series = series * square + 1;
        return exponent * 0.69314718055994531 + ratio * series * 2;
    }

    /// <summary>The logarithms of eight such numbers, each bit-identical to that of the number alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> values)
    {
        // Chooses sqrt(1/2) <= m < sqrt(2), so the series below converges fast: adding to the bits carries into the exponent.
        Vector512<long> shifted = values.AsInt64() + Vector512.Create(0x3FF0000000000000 - SquareRootOfHalf);
        // The exponent in the lowest bits of 2^52, which is taken off again: not every machine converts 64-bit integers.
        Vector512<double> exponent = ((shifted >>> 52) | Vector512.Create(0x4330000000000000)).AsDouble()
            - Vector512.Create((1L << 52) + 1023.0);
        Vector512<double> mantissa = ((shifted & Vector512.Create(0x000FFFFFFFFFFFFF)) + Vector512.Create(SquareRootOfHalf))
            .AsDouble();

        Vector512<double> ratio = (mantissa - Vector512<double>.One) / (mantissa + Vector512<double>.One);
        Vector512<double> square = ratio * ratio;
        // Unrolled, because a loop would divide for each of its constants.
        Vector512<double> series = Vector512.Create(1.0 / 17);
        series = series * square + Vector512.Create(1.0 / 15);
        series = series * square + Vector512.Create(1.0 / 13);
        series = series * square + Vector512.Create(1.0 / 11);
        series = series * square + Vector512.Create(1.0 / 9);
        series = series * square + Vector512.Create(1.0 / 7);
        series = series * square + Vector512.Create(1.0 / 5);
        series = series * square + Vector512.Create(1.0 / 3);
        series = series * square + Vector512<double>.One;
        return exponent * 0.69314718055994531 + ratio * series * 2;
    }

    /// <summary>The exponent, and the mantissa from sqrt(1/2) to sqrt(2).</summary>
    private static (long Exponent, double Mantissa) Parts(double value)
    {
        long shifted = BitConverter.DoubleToInt64Bits(value) + (0x3FF0000000000000 - SquareRootOfHalf);
        return ((shifted >>> 52) - 1023, BitConverter.Int64BitsToDouble((shifted & 0x000FFFFFFFFFFFFF) + SquareRootOfHalf));
    }
}
