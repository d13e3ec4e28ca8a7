namespace SpikeML.Plot;

/// <summary>Options of correlation matrices. The default size is about 520 x 440 pixels.</summary>
public sealed record CorrelationOptions : FigureOptions
{
    /// <summary>The number of steps per bin, at least 1; spikes in the same bin count as simultaneous.</summary>
    /// <value>Null by default: about 100 bins, with at least 1 step each.</value>
    public int? BinSteps { get; init; }

    /// <summary>The names of the neurons, one per neuron, shown at the axes if there is room.</summary>
    /// <value>Null by default: their numbers.</value>
    public IReadOnlyList<string>? Labels { get; init => field = OptionList.Copy(value); }

    /// <summary>The colour map for correlations from -1 to 1.</summary>
    /// <value><see cref="ColorMap.Diverging"/> by default.</value>
    public ColorMap Colors { get; init; } = ColorMap.Diverging;

    internal void Validate(SpikeTrain train)
    {
        ArgumentNullException.ThrowIfNull(Colors);
        OptionCheck.Require(BinSteps is null or >= 1, BinSteps, nameof(BinSteps), "BinSteps must be at least 1.");
        NeuronCheck.Labels(Labels, train);
        OptionCheck.Require(train.NeuronCount <= CorrelationPlot.MostNeurons, train.NeuronCount, nameof(train),
            $"A matrix of correlations can show at most {CorrelationPlot.MostNeurons} neurons.");
    }
}
