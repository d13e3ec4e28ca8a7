using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// The exponential function of eight numbers at a time, to 36 bits, slightly more than single precision. It is bit-identical on
/// every machine, because it only uses additions and multiplications.
/// </summary>
/// <remarks>
/// exp(x) = 2^n exp(r) with r = x - n ln(2), |r| &lt;= ln(2) / 2; exp(r) - 1 is computed by its series, whose tenth term is below
/// 2^-36.
/// </remarks>
internal static class SingleExponential
{
    private const double Log2E = 1.4426950408889634;
    private const double Ln2 = 0.69314718055994531;

    /// <summary>
    /// Adding it to a small number and subtracting it again leaves a whole number, which is in the low bits of the sum.
    /// </summary>
    private const double Rounder = 1.5 * (1L << 52);

    /// <summary>exp(x) of finite numbers from -700 to 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> x)
    {
        (Vector512<double> power, Vector512<double> remainder) = Parts(x);
        return power + remainder;
    }

    /// <summary>1 - exp(x) of such numbers, with the same precision near 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Complement(Vector512<double> x)
    {
        (Vector512<double> power, Vector512<double> remainder) = Parts(x);
        return Vector512<double>.One - power - remainder;
    }

    /// <summary>2^n and 2^n (exp(r) - 1).</summary>
    /// <remarks>
    /// Where vectors of 512 bits are emulated, inlining this would use up the inlining budget of its callers; and what it inlines
    /// itself must be in its own body, as the budget grows with that.
    /// </remarks>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static (Vector512<double> Power, Vector512<double> Remainder) Parts(Vector512<double> x)
    {
        Vector512<double> shifted = x * Log2E + Vector512.Create(Rounder);
        Vector512<double> r = x - (shifted - Vector512.Create(Rounder)) * Ln2;
        Vector512<double> sum = Vector512.Create(1.0 / 362880);
        sum = sum * r + Vector512.Create(1.0 / 40320);
        sum = sum * r + Vector512.Create(1.0 / 5040);
        sum = sum * r + Vector512.Create(1.0 / 720);
        sum = sum * r + Vector512.Create(1.0 / 120);
        sum = sum * r + Vector512.Create(1.0 / 24);
        sum = sum * r + Vector512.Create(1.0 / 6);
        sum = sum * r + Vector512.Create(0.5);
        sum = sum * r + Vector512<double>.One;
        Vector512<double> power = ((shifted.AsInt64() + Vector512.Create(1023L)) << 52).AsDouble();
        return (power, power * (sum * r));
    }
}
