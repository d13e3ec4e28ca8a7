namespace SpikeML;

/// <summary>The exponential function, with the same bits on every machine (see <see cref="Logarithm"/> for why).</summary>
/// <remarks>
/// exp(x) = 2^n exp(r) with r = x - n ln(2), |r| &lt;= ln(2) / 2; exp(r) by its series, whose fourteenth term is below 2^-53.
/// </remarks>
internal static class Exponential
{
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;

    /// <summary>exp(x): 0 below -708, infinite above 709.</summary>
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
}
