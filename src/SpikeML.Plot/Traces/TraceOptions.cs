using OxyPlot;

namespace SpikeML.Plot;

/// <summary>Options of traces. The default size is 320 x 200 pixels per trace.</summary>
public sealed record TraceOptions : FigureOptions
{
    /// <summary>The indices of the neurons to draw, from 0.</summary>
    /// <value>Null by default: the first nine.</value>
    public IReadOnlyList<int>? Neurons { get; init => field = OptionList.Copy(value); }

    /// <summary>The titles of the traces, one per drawn trace.</summary>
    /// <value>Null by default: "Neuron 0" and so on.</value>
    public IReadOnlyList<string>? Titles { get; init => field = OptionList.Copy(value); }

    /// <summary>The number of columns, at least 1.</summary>
    /// <value>Null by default: a roughly square grid; up to three figures are in one row.</value>
    public int? Columns { get; init; }

    /// <summary>The height of a spike above its trace, in the unit of the trace, above 0.</summary>
    /// <value>Null by default: two fifths of the range of the traces.</value>
    public double? SpikeHeight { get; init; }

    /// <summary>The firing threshold, drawn as a dashed line.</summary>
    /// <value>Null by default: no line.</value>
    public double? Threshold { get; init; }

    /// <summary>The duration of a step in seconds, above 0. If set, the axis is in s, ms, µs or ns.</summary>
    /// <value>Null by default: steps are counted.</value>
    public double? SecondsPerStep { get; init; }

    /// <summary>The unit of the values, such as V: the vertical axis is then in V, mV, µV or another suitable unit.</summary>
    /// <value>Null by default: none.</value>
    public string? Unit { get; init; }

    /// <summary>The colour of the traces.</summary>
    /// <value>Automatic by default: the theme's; blue in the light theme.</value>
    public OxyColor Color { get; init; } = OxyColors.Automatic;

    /// <summary>The colour of the spikes.</summary>
    /// <value>Automatic by default: the theme's; vermillion in the light theme.</value>
    public OxyColor SpikeColor { get; init; } = OxyColors.Automatic;

    internal void Validate(int neuronCount)
    {
        foreach (int neuron in Neurons ?? [])
            OptionCheck.Require(neuron >= 0 && neuron < neuronCount, neuron, nameof(Neurons),
                $"Neurons must be 0 to {neuronCount - 1}.");
        OptionCheck.Require(Neurons is null or { Count: > 0 }, 0, nameof(Neurons), "Neurons must name at least one neuron.");
        OptionCheck.Require(SpikeHeight is null or (> 0 and < double.PositiveInfinity), SpikeHeight, nameof(SpikeHeight),
            "SpikeHeight must be a finite number above 0.");
        OptionCheck.Require(Threshold is null || double.IsFinite(Threshold.Value), Threshold, nameof(Threshold),
            "Threshold must be a finite number.");
        TimeAxis.Require(SecondsPerStep);
    }
}
