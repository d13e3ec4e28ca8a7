namespace SpikeML;

/// <summary>The range of a feature's values, given or fitted.</summary>
/// <param name="Lowest">The least value.</param>
/// <param name="Highest">The largest value, at least <paramref name="Lowest"/>.</param>
public readonly record struct ValueRange(double Lowest, double Highest)
{
    /// <summary>The range from 0 to 1.</summary>
    public static ValueRange Unit => new(0, 1);
}
