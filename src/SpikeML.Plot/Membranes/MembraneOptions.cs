using OxyPlot;

namespace SpikeML.Plot;

/// <summary>Options of membrane figures. The default size is 700 x 420 pixels, or 700 x 300 without an input.</summary>
public sealed record MembraneOptions : FigureOptions
{
    /// <summary>The firing threshold, drawn as a dashed line.</summary>
    /// <value>Null by default: none.</value>
    public double? Threshold { get; init; }

    /// <summary>The potential that a spike resets to, drawn as a dotted line.</summary>
    /// <value>Null by default: none.</value>
    public double? Reset { get; init; }

    /// <summary>The unit of the potentials, such as V: the axis is then in V, mV, µV or another suitable unit.</summary>
    /// <value>Null by default: none.</value>
    public string? Unit { get; init; }

    /// <summary>The unit of the input, such as A: the axis is then in A, nA, pA or another suitable unit.</summary>
    /// <value>Null by default: none.</value>
    public string? InputUnit { get; init; }

    /// <summary>The label of the input's axis.</summary>
    /// <value>"Input" by default.</value>
    public string InputLabel { get; init; } = "Input";

    /// <summary>The duration of a step in seconds, above 0. If set, the axis is in s, ms, µs or ns.</summary>
    /// <value>Null by default: steps are counted.</value>
    public double? SecondsPerStep { get; init; }

    /// <summary>The colour of the potentials.</summary>
    /// <value>Automatic by default: the theme's; blue in the light theme.</value>
    public OxyColor Color { get; init; } = OxyColors.Automatic;

    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(InputLabel);
        OptionCheck.Require(Threshold is null || double.IsFinite(Threshold.Value), Threshold, nameof(Threshold),
            "Threshold must be a finite number.");
        OptionCheck.Require(Reset is null || double.IsFinite(Reset.Value), Reset, nameof(Reset),
            "Reset must be a finite number.");
        TimeAxis.Require(SecondsPerStep);
    }
}
