namespace SpikeML;

/// <summary>The range of a feature's values, given or learned.</summary>
/// <param name="Lowest">The least value.</param>
/// <param name="Highest">The greatest value, at least <paramref name="Lowest"/>.</param>
public readonly record struct ValueRange(double Lowest, double Highest)
{
    /// <summary>From 0 to 1.</summary>
    public static ValueRange Unit => new(0, 1);
}
