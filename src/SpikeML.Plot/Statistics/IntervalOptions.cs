using OxyPlot;

namespace SpikeML.Plot;

/// <summary>How a histogram of inter-spike intervals is drawn. Its own size is 600 x 360 pixels.</summary>
public sealed record IntervalOptions : FigureOptions
{
    /// <summary>The steps of a bin, at least 1; null: as many as make at most some 60 bins.</summary>
    public int? BinSteps { get; init; }

    /// <summary>The longest interval to draw, in steps, at least 1; null: the longest that there is.</summary>
    public int? Longest { get; init; }

    /// <summary>The duration of a step in seconds, above 0, which turns the axis to seconds; null: it counts steps.</summary>
    public double? SecondsPerStep { get; init; }

    /// <summary>The colour of the bars.</summary>
    public OxyColor Color { get; init; } = Palette.Blue;

    internal void Validate()
    {
        OptionCheck.Require(BinSteps is null or >= 1, BinSteps, nameof(BinSteps), "BinSteps must be at least 1.");
        OptionCheck.Require(Longest is null or >= 1, Longest, nameof(Longest), "Longest must be at least 1.");
        TimeAxis.Require(SecondsPerStep);
    }
}
