using OxyPlot;

namespace SpikeML.Plot;

/// <summary>How a peristimulus time histogram is drawn. Its own size is 700 x 320 pixels.</summary>
public sealed record PsthOptions : FigureOptions
{
    /// <summary>The steps of a bin, at least 1.</summary>
    /// <value>Null by default: as many as make some 50 bins.</value>
    public int? BinSteps { get; init; }

    /// <summary>The duration of a step in seconds, above 0, which turns the axes to seconds, ms, µs or ns and to
    /// spikes per second.</summary>
    /// <value>Null by default: they count steps and spikes per step.</value>
    public double? SecondsPerStep { get; init; }

    /// <summary>The colour of the bars.</summary>
    /// <value>Automatic by default: the theme's, blue where it is light.</value>
    public OxyColor Color { get; init; } = OxyColors.Automatic;

    internal void Validate()
    {
        OptionCheck.Require(BinSteps is null or >= 1, BinSteps, nameof(BinSteps), "BinSteps must be at least 1.");
        TimeAxis.Require(SecondsPerStep);
    }
}
