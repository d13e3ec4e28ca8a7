using OxyPlot;

namespace SpikeML.Plot;

/// <summary>How one neuron's response is drawn. The default size is 700 x 420 pixels, 300 without an input.</summary>
public sealed record MembraneOptions : FigureOptions
{
    /// <summary>Where a dashed line marks the firing threshold.</summary>
    /// <value>Null by default: none.</value>
    public double? Threshold { get; init; }

    /// <summary>Where a dotted line marks the potential that a spike resets to.</summary>
    /// <value>Null by default: none.</value>
    public double? Reset { get; init; }

    /// <summary>The unit of the potentials, such as V: the axis then says V, mV, µV or whichever suits them.</summary>
    /// <value>Null by default: none.</value>
    public string? Unit { get; init; }

    /// <summary>The unit of the input, such as A: the axis then says A, nA, pA or whichever suits it.</summary>
    /// <value>Null by default: none.</value>
    public string? InputUnit { get; init; }

    /// <summary>The label of the input's axis.</summary>
    /// <value>"Input" by default.</value>
    public string InputLabel { get; init; } = "Input";

    /// <summary>The duration of a step in seconds, above 0. If set, the axis is in s, ms, µs or ns.</summary>
    /// <value>Null by default: it counts steps.</value>
    public double? SecondsPerStep { get; init; }

    /// <summary>The colour of the potentials.</summary>
    /// <value>Automatic by default: the theme's, blue where it is light.</value>
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
