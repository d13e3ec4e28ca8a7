using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>The natural logarithm of single-precision numbers, bit-identical on every machine.</summary>
/// <remarks>
/// A library's logarithm may differ in the last bit between processors or C runtimes and so move a spike that falls halfway
/// between two steps. This one only uses additions, multiplications and divisions in double precision, which IEEE 754 defines to
/// the bit: log(m 2^e) = e log(2) + 2 artanh((m - 1) / (m + 1)).
/// </remarks>
internal static class Logarithm
{
    /// <summary>The logarithms of sixteen finite, normal, positive numbers.</summary>
    public static Vector512<float> Of(Vector512<float> values)
    {
        (Vector512<double> lower, Vector512<double> upper) = Vector512.Widen(values);
        return LaneNarrowing.Narrow(Of(lower), Of(upper));
    }

    /// <summary>The logarithm of one finite, normal, positive number.</summary>
    public static double Of(double value) => Of(Vector512.Create(value)).ToScalar();

    /// <summary>The logarithms of eight finite, normal, positive numbers.</summary>
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

    /// <summary>The bits of sqrt(1/2) in double precision.</summary>
    private const long SquareRootOfHalf = 0x3FE6A09E667F3BCD;
}
