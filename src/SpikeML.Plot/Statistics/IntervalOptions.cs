using OxyPlot;

namespace SpikeML.Plot;

/// <summary>How a histogram of inter-spike intervals is drawn. Its own size is 600 x 360 pixels.</summary>
public sealed record IntervalOptions : FigureOptions
{
    /// <summary>The steps of a bin, at least 1.</summary>
    /// <value>Null by default: as many as make at most some 60 bins.</value>
    public int? BinSteps { get; init; }

    /// <summary>The longest interval to draw, in steps, at least 1.</summary>
    /// <value>Null by default: the longest that there is.</value>
    public int? Longest { get; init; }

    /// <summary>The duration of a step in seconds, above 0, which turns the axis to seconds, ms, µs or ns.</summary>
    /// <value>Null by default: it counts steps.</value>
    public double? SecondsPerStep { get; init; }

    /// <summary>The colour of the bars.</summary>
    /// <value>Automatic by default: the theme's, blue where it is light.</value>
    public OxyColor Color { get; init; } = OxyColors.Automatic;

    internal void Validate()
    {
        OptionCheck.Require(BinSteps is null or >= 1, BinSteps, nameof(BinSteps), "BinSteps must be at least 1.");
        OptionCheck.Require(Longest is null or >= 1, Longest, nameof(Longest), "Longest must be at least 1.");
        TimeAxis.Require(SecondsPerStep);
    }
}
