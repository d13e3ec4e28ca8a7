namespace SpikeML;

/// <summary>How well a decoded signal restores the signal that was encoded, and at what cost in spikes.</summary>
public sealed record SpikeQualityMetrics
{
    /// <summary>The root of the mean squared error, in the signal's unit; 0 is perfect.</summary>
    public required double RootMeanSquaredError { get; init; }

    /// <summary>
    /// 1 - sum (s - r)^2 / sum (s - mean)^2; 1 is perfect, 0 no better than the mean. NaN of a constant signal.
    /// </summary>
    public required double RSquared { get; init; }

    /// <summary>
    /// The power of the signal over that of the error, in decibels, which Petro et al. 2020 recommend; infinite is perfect.
    /// </summary>
    public required double SignalToNoise { get; init; }

    /// <summary>The share of the spike column's values that are not 0; NaN where no spikes were given.</summary>
    public required double SpikeDensity { get; init; }
}
