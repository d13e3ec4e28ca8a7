namespace SpikeML.Plot;

/// <summary>How a firing-rate map is drawn. Its own size is 800 x 400 pixels.</summary>
public sealed record RateMapOptions : FigureOptions
{
    /// <summary>The steps of a cell, at least 1.</summary>
    /// <value>Null by default: as many as make at most some 100 columns.</value>
    public int? BinSteps { get; init; }

    /// <summary>The neurons of a cell, at least 1.</summary>
    /// <value>Null by default: as many as make at most some 100 rows.</value>
    public int? BinNeurons { get; init; }

    /// <summary>
    /// The duration of a step in seconds, above 0, which turns the axis to seconds, ms, µs or ns and rates to spikes per second.
    /// </summary>
    /// <value>Null by default: they count steps.</value>
    public double? SecondsPerStep { get; init; }

    /// <summary>The colours of rates from 0 to the largest.</summary>
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
