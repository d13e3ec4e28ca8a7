namespace SpikeML;

/// <summary>
/// The logarithm and the exponential function of SpikeML as ONNX operations. They only add, multiply, divide and round in double
/// precision, so their results are the same to the bit in every runtime; a runtime's own Log and Exp are not.
/// </summary>
internal static class OnnxMath
{
    private const double SquareRootOfHalf = 0.7071067811865476;

    /// <summary>Powers of 2 from 2^-1022 to 2^1023: the i-th is 2^(i - 1022).</summary>
    private const int LowestExponent = -1022, HighestExponent = 1023;

    /// <summary><see cref="Logarithm"/> of positive, normal numbers of Double.</summary>
    public static OnnxTensor Log(OnnxTensor values)
    {
        (OnnxTensor exponent, OnnxTensor mantissa) = Split(values);
        OnnxTensor ratio = (mantissa - 1) / (mantissa + 1);
        OnnxTensor square = ratio * ratio, series = square.Same(1.0 / 17);
        foreach (double divisor in (double[])[15, 13, 11, 9, 7, 5, 3, 1])
            series = series * square + 1 / divisor;
        return exponent * 0.69314718055994531 + ratio * series * 2;
    }

    /// <summary><see cref="Exponential"/> of numbers of Double that are not above 700.</summary>
    public static OnnxTensor Exp(OnnxTensor values)
    {
        OnnxTensor inside = values.AtLeast(-708), n = (inside / 0.69314718055994531).Round();
        OnnxTensor r = inside - n * 6.93147180369123816490e-01 - n * 1.90821492927058770002e-10, sum = r.Same(1);
        for (int term = 14; term >= 1; term--)
            sum = 1 + r / term * sum;
        return (values < -708).Choose(values.Same(0), sum * PowerOfTwo(n));
    }

    /// <summary><see cref="SingleExponential"/> of numbers of Double from -700 to 0.</summary>
    public static OnnxTensor ExpToSingle(OnnxTensor values)
    {
        OnnxTensor n = (values * 1.4426950408889634).Round(), r = values - n * 0.69314718055994531;
        OnnxTensor sum = r.Same(1.0 / 362880);
        foreach (double factorial in (double[])[40320, 5040, 720, 120, 24, 6, 2, 1])
            sum = sum * r + 1 / factorial;
        OnnxTensor power = PowerOfTwo(n);
        return power + power * (sum * r);
    }

    /// <summary>2^n of whole numbers n of Double; beyond the range of normal numbers, its ends. NaN gives any of them.</summary>
    public static OnnxTensor PowerOfTwo(OnnxTensor exponents)
    {
        double[] powers = [.. Enumerable.Range(LowestExponent, HighestExponent - LowestExponent + 1)
            .Select(exponent => double.ScaleB(1, exponent))];
        // Clamped as whole numbers, since NaN is cast to any of them: an index outside the table would fail the whole batch.
        OnnxTensor index = (exponents - LowestExponent).As(OnnxType.Int64).AtLeast(0).AtMost(powers.Length - 1);
        return exponents.Graph.Constant(powers, powers.Length).At(index);
    }

    /// <summary>
    /// Splits a number into m 2^e with sqrt(1/2) &lt;= m &lt; sqrt(2). The runtime's logarithm gives e or a neighbour of it.
    /// </summary>
    private static (OnnxTensor Exponent, OnnxTensor Mantissa) Split(OnnxTensor values)
    {
        OnnxTensor exponent = (values.Unary("Log") * 1.4426950408889634).Round();
        OnnxTensor mantissa = values * PowerOfTwo(-exponent);
        OnnxTensor correction = (mantissa >= 2 * SquareRootOfHalf).As(OnnxType.Double)
            - (mantissa < SquareRootOfHalf).As(OnnxType.Double);
        return (exponent + correction, mantissa * PowerOfTwo(-correction));
    }
}
