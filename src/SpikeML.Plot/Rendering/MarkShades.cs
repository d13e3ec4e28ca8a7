namespace SpikeML.Plot.Rendering;

/// <summary>The shades of graded spikes: smaller magnitudes have paler marks, in eight steps up to the largest.</summary>
/// <param name="Largest">The largest magnitude.</param>
internal sealed record MarkShades(double Largest)
{
    public const int Levels = 8;

    private const double LeastOpacity = 0.3, LeastSpread = 0.01;

    /// <summary>The magnitudes of spikes, from the smallest to the largest, or null if there are no spikes.</summary>
    public static (double Least, double Most)? Range(SpikeTrain train)
    {
        (double least, double most) = (double.PositiveInfinity, 0);
        foreach (ref readonly SpikeEvent spike in train.AsSpan())
        {
            double magnitude = Math.Abs(spike.Value);
            (least, most) = (Math.Min(least, magnitude), Math.Max(most, magnitude));
        }
        return train.Count == 0 ? null : (least, most);
    }

    /// <summary>The shades of a train; null if all spikes have about the same magnitude, or one is infinite.</summary>
    public static MarkShades? Of(SpikeTrain train) =>
        Range(train) is var (least, most) && double.IsFinite(most) && most - least > LeastSpread * most
            ? new MarkShades(most) : null;

    /// <summary>The level of a value, from 0 to one less than <see cref="Levels"/>.</summary>
    public int LevelOf(float value) =>
        Math.Clamp((int)Math.Round(Math.Abs(value) / Largest * (Levels - 1)), 0, Levels - 1);

    public static double OpacityOf(int level) => LeastOpacity + (1 - LeastOpacity) * level / (Levels - 1);
}
