using System.Globalization;
using System.Text;

namespace SpikeML.Plot;

/// <summary>Formats the numbers at ticks.</summary>
internal static class TickLabel
{
    private const int MinGrouped = 10_000, MaxDecimals = 4, MaxDigits = 15;
    private const double MaxPlain = 1e7, Tolerance = 1e-6;
    private const char Minus = '\u2212';
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>A whole number, with thousands separators if it is long.</summary>
    public static string Whole(double value) => Signed(Math.Round(value), magnitude =>
        magnitude.ToString(magnitude < MinGrouped ? "0" : "#,0", CultureInfo.InvariantCulture));

    /// <summary>
    /// A number with as many decimals as the distance between ticks has, so 0.1 is written 0.10 next to 0.12; as a power of ten
    /// if it would be too long.
    /// </summary>
    public static string ToStep(double value, double step)
    {
        step = Math.Abs(step);
        int decimals = Decimals(step);
        if (Math.Abs(value) < step * Tolerance)
            value = 0;
        if (value == 0 && decimals > MaxDecimals)
            return "0";
        if (Math.Abs(value) >= MaxPlain || decimals > MaxDecimals)
            return Signed(value, magnitude => PowerOfTen(magnitude, decimals));
        return decimals == 0 ? Whole(value)
            : Signed(value, magnitude => magnitude.ToString("F" + decimals, CultureInfo.InvariantCulture));
    }

    /// <summary>The number of decimals needed to write the step in full.</summary>
    public static int Decimals(double step)
    {
        if (step is not (> 0 and < double.PositiveInfinity))
            return 0;
        int decimals = Math.Max(0, -(int)Math.Floor(Math.Log10(step) + Tolerance)), first = decimals;
        while (decimals < first + 2 && !IsWhole(step * Math.Pow(10, decimals)))
            decimals++;
        return decimals;
    }

    /// <summary>
    /// The step with whose decimals a value between multiples of a step is written: in full if two more decimals are enough,
    /// otherwise with one more.
    /// </summary>
    public static double StepOf(double value, double step)
    {
        int decimals = Decimals(step), most = Math.Min(decimals + 2, MaxDecimals);
        for (int more = decimals; more <= most; more++)
            if (IsWhole(Math.Abs(value) * Math.Pow(10, more)))
                return more == decimals ? step : Math.Pow(10, -more);
        return decimals < MaxDecimals ? Math.Pow(10, -decimals - 1) : step;
    }

    private static bool IsWhole(double value) => Math.Abs(value - Math.Round(value)) < Tolerance * Math.Max(1, value);

    private static string PowerOfTen(double magnitude, int decimals)
    {
        int exponent = (int)Math.Floor(Math.Log10(magnitude) + 1e-12);
        int digits = Math.Clamp(exponent + decimals, 0, MaxDigits);
        double mantissa = magnitude / Math.Pow(10, exponent);
        string text = mantissa.ToString(decimals == 0 ? "0.#####" : "F" + digits, CultureInfo.InvariantCulture);
        StringBuilder power = new(exponent < 0 ? "⁻" : "");
        foreach (char digit in Math.Abs(exponent).ToString(CultureInfo.InvariantCulture))
            power.Append(Superscripts[digit - '0']);
        return $"{text}×10{power}";
    }

    private static string Signed(double value, Func<double, string> write)
    {
        if (!double.IsFinite(value))
            return double.IsNaN(value) ? "NaN" : value > 0 ? "∞" : $"{Minus}∞";
        string text = write(Math.Abs(value));
        return value < 0 && text.AsSpan().ContainsAnyInRange('1', '9') ? Minus + text : text;
    }
}
