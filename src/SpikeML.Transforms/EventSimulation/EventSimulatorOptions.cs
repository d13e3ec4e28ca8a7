namespace SpikeML;

/// <summary>Options of a simulated event camera (<see cref="EventSimulator"/>).</summary>
public sealed record EventSimulatorOptions
{
    /// <summary>The rise of the logarithm of the intensity that makes an on-event, above 0.</summary>
    /// <value>0.2 by default.</value>
    public double OnThreshold { get; init; } = 0.2;

    /// <summary>The fall of the logarithm of the intensity that makes an off-event, above 0.</summary>
    /// <value>0.2 by default.</value>
    public double OffThreshold { get; init; } = 0.2;

    /// <summary>
    /// The standard deviation of pixels' thresholds, as a share of them, at least 0: no two pixels of a real sensor are alike.
    /// </summary>
    /// <value>0 by default.</value>
    public double ThresholdDeviation { get; init; }

    /// <summary>After an event, a pixel gives no other for this time in microseconds, at least 0.</summary>
    /// <value>0 by default.</value>
    public long RefractoryPeriod { get; init; }

    /// <summary>The background activity: events a second and pixel that nothing in the image has caused, at least 0.</summary>
    /// <value>0 by default.</value>
    public double NoiseRate { get; init; }

    /// <summary>What is added to intensities before the logarithm, above 0: darkness is not infinitely far from light.</summary>
    /// <value>0.1 by default.</value>
    public double DarkIntensity { get; init; } = 0.1;

    /// <summary>The seed of thresholds and noise: equal seeds and equal images give equal events.</summary>
    /// <value>0 by default.</value>
    public int Seed { get; init; }

    internal void Validate()
    {
        OptionCheck.Positive(OnThreshold, nameof(OnThreshold));
        OptionCheck.Positive(OffThreshold, nameof(OffThreshold));
        OptionCheck.NotNegative(ThresholdDeviation, nameof(ThresholdDeviation));
        OptionCheck.Require(RefractoryPeriod >= 0, RefractoryPeriod, nameof(RefractoryPeriod),
            "RefractoryPeriod must be at least 0 microseconds.");
        OptionCheck.NotNegative(NoiseRate, nameof(NoiseRate));
        OptionCheck.Positive(DarkIntensity, nameof(DarkIntensity));
    }
}
