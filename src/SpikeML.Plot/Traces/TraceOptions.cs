using OxyPlot;

namespace SpikeML.Plot;

/// <summary>How traces are drawn. Their own size is 320 x 200 pixels for each.</summary>
public sealed record TraceOptions : FigureOptions
{
    /// <summary>The neurons to draw, each from 0.</summary>
    /// <value>Null by default: the first nine.</value>
    public IReadOnlyList<int>? Neurons { get; init => field = OptionList.Copy(value); }

    /// <summary>The traces' titles, one for each that is drawn.</summary>
    /// <value>Null by default: "Neuron 0" and so on.</value>
    public IReadOnlyList<string>? Titles { get; init => field = OptionList.Copy(value); }

    /// <summary>The number of columns, at least 1.</summary>
    /// <value>Null by default: as many as make the grid about square, all in one row up to three.</value>
    public int? Columns { get; init; }

    /// <summary>How far a spike rises above its trace, in the trace's unit, above 0.</summary>
    /// <value>Null by default: two fifths of the traces' range.</value>
    public double? SpikeHeight { get; init; }

    /// <summary>Where a dashed line marks the firing threshold.</summary>
    /// <value>Null by default: none.</value>
    public double? Threshold { get; init; }

    /// <summary>The duration of a step in seconds, above 0: the axis then counts seconds, ms, µs or ns.</summary>
    /// <value>Null by default: the axis counts steps.</value>
    public double? SecondsPerStep { get; init; }

    /// <summary>The unit of the values, such as V: the vertical axis then says V, mV, µV or whichever suits them.</summary>
    /// <value>Null by default: none.</value>
    public string? Unit { get; init; }

    /// <summary>The colour of the traces.</summary>
    /// <value>Automatic by default: the theme's, blue where it is light.</value>
    public OxyColor Color { get; init; } = OxyColors.Automatic;

    /// <summary>The colour of the spikes.</summary>
    /// <value>Automatic by default: the theme's, vermillion where it is light.</value>
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
