using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>The exponential function, bit-identical on every machine (see <see cref="Logarithm"/> for the reason).</summary>
/// <remarks>
/// exp(x) = 2^n exp(r) with r = x - n ln(2), |r| &lt;= ln(2) / 2; exp(r) is computed by its series, whose fourteenth term is
/// below 2^-53.
/// </remarks>
internal static class Exponential
{
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;

    /// <summary>exp(x), 0 below -708 and infinite above 709.</summary>
    public static double Of(double x)
    {
        if (x < -708)
            return 0;
        if (x > 709)
            return double.PositiveInfinity;
        double n = Math.Round(x / 0.69314718055994531);
        double r = x - n * Ln2High - n * Ln2Low;
        double sum = 1;
        for (int term = 14; term >= 1; term--)
            sum = 1 + r / term * sum;
        return sum * BitConverter.Int64BitsToDouble((long)(n + 1023) << 52);
    }

    /// <summary>exp(x) of eight numbers other than NaN, each bit-identical to <see cref="Of(double)"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> x) =>
        Vector512.IsHardwareAccelerated ? Power(x) : PowerAlone(x);

    /// <summary>
    /// Replaces numbers other than NaN, whole vectors of eight, by their exponential functions, each bit-identical to that of the
    /// number alone.
    /// </summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Of(Span<double> values)
    {
        for (int at = 0; at <= values.Length - Vector512<double>.Count; at += Vector512<double>.Count)
            Power(Vector512.Create<double>(values[at..])).CopyTo(values[at..]);
    }

    /// <summary>
    /// Where vectors of 512 bits are emulated, inlining this would use up the inlining budget of its callers.
    /// </summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static Vector512<double> PowerAlone(Vector512<double> x)
    {
        Of(MemoryMarshal.CreateSpan(ref Unsafe.As<Vector512<double>, double>(ref x), Vector512<double>.Count));
        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Power(Vector512<double> x)
    {
        Vector512<double> inside = Vector512.ClampNative(x, Vector512.Create(-708.0), Vector512.Create(709.0));
        Vector512<double> n = Vector512.Round(Quotient(inside, 0.69314718055994531));
        Vector512<double> r = inside - n * Ln2High - n * Ln2Low;
        // 2^52 + 2^51 and the exponent's bias: the lowest bits are now the exponent's.
        Vector512<double> power = ((n + Vector512.Create(6755399441055744 + 1023.0)).AsInt64() << 52).AsDouble();
        Vector512<double> result = Series(r) * power;
        result = Lanes.Select(Vector512.LessThan(x, Vector512.Create(-708.0)), Vector512<double>.Zero, result);
        return Lanes.Select(
            Vector512.GreaterThan(x, Vector512.Create(709.0)), Vector512.Create(double.PositiveInfinity), result);
    }

    /// <summary>
    /// The series of the scalar function. Halving is exact, so r / 14 is (r / 7) / 2, and six divisions are enough.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Series(Vector512<double> r)
    {
        Vector512<double> one = Vector512<double>.One, third = Quotient(r, 3), fifth = Quotient(r, 5), seventh = Quotient(r, 7);
        Vector512<double> sum = one + seventh * 0.5;
        sum = one + Quotient(r, 13) * sum;
        sum = one + third * 0.25 * sum;
        sum = one + Quotient(r, 11) * sum;
        sum = one + fifth * 0.5 * sum;
        sum = one + Quotient(r, 9) * sum;
        sum = one + r * 0.125 * sum;
        sum = one + seventh * sum;
        sum = one + third * 0.5 * sum;
        sum = one + fifth * sum;
        sum = one + r * 0.25 * sum;
        sum = one + third * sum;
        sum = one + r * 0.5 * sum;
        return one + r * sum;
    }

    /// <summary>
    /// What dividing by a constant gives, to the bit, in a third of the time: the product with the reciprocal is at most one unit
    /// in the last place off, and its remainder, which a fused operation gives exactly, says by how much (Markstein's theorem).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Quotient(Vector512<double> dividend, [ConstantExpected] double divisor)
    {
        Vector512<double> reciprocal = Vector512.Create(1 / divisor), quotient = dividend * reciprocal;
        Vector512<double> rest = Vector512.FusedMultiplyAdd(quotient, Vector512.Create(-divisor), dividend);
        return Vector512.FusedMultiplyAdd(rest, reciprocal, quotient);
    }
}
