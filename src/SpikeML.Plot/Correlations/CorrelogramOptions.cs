using OxyPlot;

namespace SpikeML.Plot;

/// <summary>Options of correlograms. The default size is 600 x 320 pixels.</summary>
public sealed record CorrelogramOptions : FigureOptions
{
    /// <summary>The largest lag on either side in steps, at least 1; it is limited to the length of the train.</summary>
    /// <value>50 by default.</value>
    public int MaxLag { get; init; } = 50;

    /// <summary>The number of steps per bin, at least 1. If it is odd, the middle bin is centred on lag 0.</summary>
    /// <value>1 by default.</value>
    public int BinSteps { get; init; } = 1;

    /// <summary>The duration of a step in seconds, above 0. If set, the axis is in s, ms, µs or ns.</summary>
    /// <value>Null by default: steps are counted.</value>
    public double? SecondsPerStep { get; init; }

    /// <summary>The colour of the bars.</summary>
    /// <value>Automatic by default: the theme's; blue in the light theme.</value>
    public OxyColor Color { get; init; } = OxyColors.Automatic;

    internal void Validate()
    {
        OptionCheck.Require(MaxLag >= 1, MaxLag, nameof(MaxLag), "MaxLag must be at least 1 step.");
        OptionCheck.Require(BinSteps >= 1, BinSteps, nameof(BinSteps), "BinSteps must be at least 1.");
        TimeAxis.Require(SecondsPerStep);
    }
}
