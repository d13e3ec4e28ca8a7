namespace SpikeML.Plot;

/// <summary>How an interactive raster is drawn.</summary>
public sealed record InteractiveRasterOptions
{
    /// <summary>The title above the raster, and of its page.</summary>
    /// <value>Null by default: none.</value>
    public string? Title { get; init; }

    /// <summary>The neurons' names, one each: at the axis where there is room, and beside the pointer.</summary>
    /// <value>Null by default: their numbers.</value>
    public IReadOnlyList<string>? Labels { get; init => field = OptionList.Copy(value); }

    /// <summary>
    /// Groups that the neurons form, from neuron 0 on; their counts add up to all neurons. Each is named at the axis and has a
    /// colour.
    /// </summary>
    /// <value>Null by default: none.</value>
    public IReadOnlyList<NeuronGroup>? Groups { get; init => field = OptionList.Copy(value); }

    /// <summary>The duration of a step in seconds, above 0: time is then in seconds, and rates are in hertz.</summary>
    /// <value>Null by default: the axis counts steps, and rates are spikes per step.</value>
    public double? SecondsPerStep { get; init; }

    /// <summary>The raster's colours.</summary>
    /// <value>
    /// Null by default: <see cref="FigureTheme.Light"/> or <see cref="FigureTheme.Dark"/>, as the reader's system is set.
    /// </value>
    public FigureTheme? Theme { get; init; }

    internal void Validate(SpikeTrain train)
    {
        OptionCheck.Require(Labels is null || Labels.Count == train.NeuronCount, Labels?.Count, nameof(Labels),
            $"Labels must have one entry for each neuron of the train ({train.NeuronCount}).");
        TimeAxis.Require(SecondsPerStep);
        Theme?.Validate();
        if (Groups is null)
            return;
        OptionCheck.Require(Groups.All(group => group.Count >= 1), Groups.Min(group => group.Count), nameof(Groups),
            "A group needs at least 1 neuron.");
        long total = Groups.Sum(group => (long)group.Count);
        OptionCheck.Require(total == train.NeuronCount, total, nameof(Groups),
            $"The groups' counts must add up to the number of neurons ({train.NeuronCount}).");
    }
}
