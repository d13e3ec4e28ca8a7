using System.Globalization;

namespace SpikeML.Plot;

/// <summary>Formats the numbers at ticks.</summary>
internal static class TickLabel
{
    private const int MinGrouped = 10_000, MaxDecimals = 12;
    private const double MaxPlain = 1e7;

    /// <summary>A whole number, with thousands separators if it is long.</summary>
    public static string Whole(double value) =>
        value.ToString(Math.Abs(value) < MinGrouped ? "0" : "#,0", CultureInfo.InvariantCulture);

    /// <summary>
    /// A number with as many decimals as the distance between ticks needs, so 0.1 next to 0.12 is written as 0.10.
    /// </summary>
    public static string ToStep(double value, double step)
    {
        if (Math.Abs(value) >= MaxPlain || step < Math.Pow(10, -MaxDecimals))
            return value.ToString("G6", CultureInfo.InvariantCulture);
        int decimals = 0;
        for (double scaled = step; decimals < MaxDecimals && Math.Abs(scaled - Math.Round(scaled)) > 1e-6; scaled *= 10)
            decimals++;
        return decimals == 0 ? Whole(value) : value.ToString("F" + decimals, CultureInfo.InvariantCulture);
    }
}
