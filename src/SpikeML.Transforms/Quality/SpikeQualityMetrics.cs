namespace SpikeML;

/// <summary>How well a decoded signal restores the signal that was encoded, and at what cost in spikes.</summary>
public sealed record SpikeQualityMetrics
{
    /// <summary>The root mean squared error, in the unit of the signal; 0 is perfect.</summary>
    public required double RootMeanSquaredError { get; init; }

    /// <summary>
    /// 1 - sum (s - r)^2 / sum (s - mean)^2; 1 is perfect, 0 is no better than the mean. NaN for a constant signal.
    /// </summary>
    public required double RSquared { get; init; }

    /// <summary>
    /// The signal-to-noise ratio, the power of the signal over that of the error in decibels, as recommended by Petro et al.
    /// 2020; infinity is perfect.
    /// </summary>
    public required double SignalToNoise { get; init; }

    /// <summary>The share of the spike column's values that are not 0; NaN if no spikes were given.</summary>
    public required double SpikeDensity { get; init; }
}
