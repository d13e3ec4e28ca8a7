using OxyPlot;

namespace SpikeML.Plot;

/// <summary>Options of peristimulus time histograms. The default size is 700 x 320 pixels.</summary>
public sealed record PsthOptions : FigureOptions
{
    /// <summary>The number of steps per bin, at least 1.</summary>
    /// <value>Null by default: about 50 bins.</value>
    public int? BinSteps { get; init; }

    /// <summary>The duration of a step in seconds, above 0. If set, the axes are in s, ms, µs or ns and in
    /// spikes per second.</summary>
    /// <value>Null by default: steps and spikes per step are counted.</value>
    public double? SecondsPerStep { get; init; }

    /// <summary>The colour of the bars.</summary>
    /// <value>Automatic by default: the theme's; blue in the light theme.</value>
    public OxyColor Color { get; init; } = OxyColors.Automatic;

    internal void Validate()
    {
        OptionCheck.Require(BinSteps is null or >= 1, BinSteps, nameof(BinSteps), "BinSteps must be at least 1.");
        TimeAxis.Require(SecondsPerStep);
    }
}
