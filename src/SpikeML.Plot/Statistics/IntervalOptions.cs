using OxyPlot;

namespace SpikeML.Plot;

/// <summary>Options of histograms of inter-spike intervals. The default size is 600 x 360 pixels.</summary>
public sealed record IntervalOptions : FigureOptions
{
    /// <summary>The number of steps per bin, at least 1.</summary>
    /// <value>Null by default: at most about 60 bins.</value>
    public int? BinSteps { get; init; }

    /// <summary>The longest interval to draw, in steps, at least 1.</summary>
    /// <value>Null by default: the longest one in the data.</value>
    public int? Longest { get; init; }

    /// <summary>The duration of a step in seconds, above 0. If set, the axis is in s, ms, µs or ns.</summary>
    /// <value>Null by default: steps are counted.</value>
    public double? SecondsPerStep { get; init; }

    /// <summary>The colour of the bars.</summary>
    /// <value>Automatic by default: the theme's; blue in the light theme.</value>
    public OxyColor Color { get; init; } = OxyColors.Automatic;

    internal void Validate()
    {
        OptionCheck.Require(BinSteps is null or >= 1, BinSteps, nameof(BinSteps), "BinSteps must be at least 1.");
        OptionCheck.Require(Longest is null or >= 1, Longest, nameof(Longest), "Longest must be at least 1.");
        TimeAxis.Require(SecondsPerStep);
    }
}
