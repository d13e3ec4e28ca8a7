using OxyPlot;

namespace SpikeML.Plot;

/// <summary>Options of line plots. The default size is 600 x 400 pixels.</summary>
public sealed record LineOptions : FigureOptions
{
    /// <summary>The colour of the line, if there is only one.</summary>
    /// <value>Automatic by default: the theme's; blue in the light theme.</value>
    public OxyColor Color { get; init; } = OxyColors.Automatic;

    /// <summary>The width of the line in pixels at scale 1, above 0 and at most 100.</summary>
    /// <value>2 by default.</value>
    public double LineWidth { get; init; } = 2;

    /// <summary>Whether each value is marked by a dot.</summary>
    /// <value>Null by default: if there is room for the dots.</value>
    public bool? MarkPoints { get; init; }

    /// <summary>For time series: the duration of a step in seconds, above 0. If set, the axis is in s, ms, µs or ns.</summary>
    /// <value>Null by default: steps are counted.</value>
    public double? SecondsPerStep { get; init; }

    /// <summary>The unit of the values, such as V: the vertical axis is then in V, mV, µV or another suitable unit.</summary>
    /// <value>Null by default: none.</value>
    public string? Unit { get; init; }

    internal const double MaxLineWidth = 100;

    internal void Validate()
    {
        OptionCheck.Require(LineWidth is > 0 and <= MaxLineWidth, LineWidth, nameof(LineWidth),
            $"LineWidth must be above 0 and at most {MaxLineWidth}.");
        TimeAxis.Require(SecondsPerStep);
    }
}
