namespace SpikeML.Plot;

/// <summary>Options of firing-rate maps. The default size is 800 x 400 pixels.</summary>
public sealed record RateMapOptions : FigureOptions
{
    /// <summary>The number of steps per cell, at least 1.</summary>
    /// <value>Null by default: at most about 100 columns.</value>
    public int? BinSteps { get; init; }

    /// <summary>The number of neurons per cell, at least 1.</summary>
    /// <value>Null by default: at most about 100 rows.</value>
    public int? BinNeurons { get; init; }

    /// <summary>
    /// The duration of a step in seconds, above 0. If set, the axis is in s, ms, µs or ns, and rates are in spikes per second.
    /// </summary>
    /// <value>Null by default: steps are counted.</value>
    public double? SecondsPerStep { get; init; }

    /// <summary>The colour map for rates from 0 to the largest.</summary>
    /// <value><see cref="ColorMap.Viridis"/> by default.</value>
    public ColorMap Colors { get; init; } = ColorMap.Viridis;

    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(Colors);
        OptionCheck.Require(BinSteps is null or >= 1, BinSteps, nameof(BinSteps), "BinSteps must be at least 1.");
        OptionCheck.Require(BinNeurons is null or >= 1, BinNeurons, nameof(BinNeurons), "BinNeurons must be at least 1.");
        TimeAxis.Require(SecondsPerStep);
    }
}
