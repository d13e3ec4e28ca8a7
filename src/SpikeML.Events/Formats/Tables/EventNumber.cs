namespace SpikeML.Events;

/// <summary>A number of a table: a 64-bit integer and a fraction, so neither long times nor fractions lose digits.</summary>
/// <param name="Whole">The largest integer that is not above the number.</param>
/// <param name="Fraction">The rest, from 0 to below 1.</param>
internal readonly record struct EventNumber(long Whole, double Fraction)
{
    /// <summary>A number outside the range of 64-bit integers, or that is not finite.</summary>
    public static EventNumber Invalid { get; } = new(0, double.NaN);

    public static EventNumber Of(double value)
    {
        double whole = Math.Floor(value);
        return whole is >= long.MinValue and < long.MaxValue ? new((long)whole, value - whole) : Invalid;
    }

    public override string ToString() => double.IsNaN(Fraction) ? "a number that is not finite or too large"
        : Fraction == 0 ? Whole.ToString(System.Globalization.CultureInfo.InvariantCulture)
        : ((double)Whole + Fraction).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
