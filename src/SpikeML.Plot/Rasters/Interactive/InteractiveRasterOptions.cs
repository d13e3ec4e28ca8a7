namespace SpikeML.Plot;

/// <summary>Options of interactive rasters.</summary>
public sealed record InteractiveRasterOptions
{
    /// <summary>The title of the page, also shown above the raster.</summary>
    /// <value>Null by default: none.</value>
    public string? Title { get; init; }

    /// <summary>The names of the neurons, one per neuron, shown at the axis if there is room, and next to the pointer.</summary>
    /// <value>Null by default: their numbers.</value>
    public IReadOnlyList<string>? Labels { get; init => field = OptionList.Copy(value); }

    /// <summary>
    /// Groups of neurons, starting at neuron 0; their counts must add up to the number of neurons. Each group is named at the
    /// axis and has its own colour.
    /// </summary>
    /// <value>Null by default: none.</value>
    public IReadOnlyList<NeuronGroup>? Groups { get; init => field = OptionList.Copy(value); }

    /// <summary>The duration of a step in seconds, above 0. If set, time is in seconds and rates are in hertz.</summary>
    /// <value>Null by default: the axis counts steps, and rates are spikes per step.</value>
    public double? SecondsPerStep { get; init; }

    /// <summary>The raster's colours.</summary>
    /// <value>
    /// Null by default: <see cref="FigureTheme.Light"/> or <see cref="FigureTheme.Dark"/>, according to the reader's system.
    /// </value>
    public FigureTheme? Theme { get; init; }

    internal void Validate(SpikeTrain train)
    {
        NeuronCheck.Labels(Labels, train);
        TimeAxis.Require(SecondsPerStep);
        Theme?.Validate();
        NeuronCheck.Groups(Groups, train);
    }
}
