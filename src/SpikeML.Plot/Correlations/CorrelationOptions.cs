namespace SpikeML.Plot;

/// <summary>How a matrix of correlations is drawn. The default size is about 520 x 440 pixels.</summary>
public sealed record CorrelationOptions : FigureOptions
{
    /// <summary>The steps in which spikes count as together, at least 1.</summary>
    /// <value>Null by default: as many as make some 100 bins, at least 1.</value>
    public int? BinSteps { get; init; }

    /// <summary>The neurons' names, one each, written at the axes where there is room.</summary>
    /// <value>Null by default: their numbers.</value>
    public IReadOnlyList<string>? Labels { get; init => field = OptionList.Copy(value); }

    /// <summary>The colours from -1 to 1.</summary>
    /// <value><see cref="ColorMap.Diverging"/> by default.</value>
    public ColorMap Colors { get; init; } = ColorMap.Diverging;

    internal void Validate(SpikeTrain train)
    {
        ArgumentNullException.ThrowIfNull(Colors);
        OptionCheck.Require(BinSteps is null or >= 1, BinSteps, nameof(BinSteps), "BinSteps must be at least 1.");
        OptionCheck.Require(Labels is null || Labels.Count == train.NeuronCount, Labels?.Count, nameof(Labels),
            $"Labels must have one entry for each neuron of the train ({train.NeuronCount}).");
        OptionCheck.Require(train.NeuronCount <= CorrelationPlot.MostNeurons, train.NeuronCount, nameof(train),
            $"A matrix of correlations can show at most {CorrelationPlot.MostNeurons} neurons.");
    }
}
