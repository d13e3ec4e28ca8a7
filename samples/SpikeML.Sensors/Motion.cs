namespace SpikeML.Sensors;

/// <summary>The motion of a body in an activity: a rhythm, its second harmonic, and jitter.</summary>
/// <param name="Hertz">The rhythm in steps per second.</param>
/// <param name="Strength">The amplitude of the rhythm in g.</param>
/// <param name="Harmonic">The second harmonic's share of the amplitude.</param>
/// <param name="Jitter">The standard deviation of the jitter in g.</param>
internal sealed record Motion(double Hertz, double Strength, double Harmonic, double Jitter)
{
    public static readonly (string Activity, Motion Motion)[] OfActivities =
    [
        ("still", new(0.3, 0.01, 0, 0.015)),
        ("cycle", new(1.2, 0.14, 0.2, 0.07)),
        ("stairs", new(1.5, 0.30, 0.8, 0.06)),
        ("walk", new(1.9, 0.32, 0.4, 0.06)),
        ("run", new(2.8, 0.85, 0.3, 0.12)),
    ];

    /// <summary>The same activity of another body, or of the same body at another time.</summary>
    public Motion Varied(Random random) => new(
        Hertz * (1 + 0.08 * Noise(random)), Strength * (1 + 0.15 * Noise(random)),
        Harmonic * (1 + 0.2 * Noise(random)), Jitter * (1 + 0.2 * Noise(random)));

    /// <summary>The vertical acceleration at a time in seconds, without gravity.</summary>
    public double At(double seconds) =>
        Strength * (Math.Sin(2 * Math.PI * Hertz * seconds) + Harmonic * Math.Sin(4 * Math.PI * Hertz * seconds + 0.7));

    /// <summary>A random number with a standard deviation of about 1, between -3 and 3.</summary>
    public static double Noise(Random random) => (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 2;
}
