using OxyPlot;

namespace SpikeML.Plot;

/// <summary>
/// How spike counts are drawn. Their own size is 600 pixels by 28 for each neuron and some for the axis, at most 1,200.
/// </summary>
public sealed record SpikeCountOptions : FigureOptions
{
    /// <summary>The neurons' names, one each.</summary>
    /// <value>Null by default: their numbers.</value>
    public IReadOnlyList<string>? Labels { get; init => field = OptionList.Copy(value); }

    /// <summary>The colour of the bars.</summary>
    /// <value>Automatic by default: the theme's, blue where it is light.</value>
    public OxyColor Color { get; init; } = OxyColors.Automatic;

    /// <summary>The colour of the longest bar or bars, which a classifier would answer with.</summary>
    /// <value>Automatic by default: the theme's, vermillion where it is light.</value>
    public OxyColor MostColor { get; init; } = OxyColors.Automatic;

    /// <summary>The duration of a step in seconds, above 0, which an animation then shows.</summary>
    /// <value>Null by default: it counts steps.</value>
    public double? SecondsPerStep { get; init; }

    internal OxyColor ActualColor => Color.GetActualColor(Look.PrimaryColor);

    internal OxyColor ActualMostColor => MostColor.GetActualColor(Look.AccentColor);

    internal void Validate(SpikeTrain train)
    {
        OptionCheck.Require(train.NeuronCount <= SpikeCountPlot.MostNeurons, train.NeuronCount, nameof(train),
            $"A plot of spike counts can show at most {SpikeCountPlot.MostNeurons} neurons.");
        OptionCheck.Require(Labels is null || Labels.Count == train.NeuronCount, Labels?.Count, nameof(Labels),
            $"Labels must have one entry for each neuron of the train ({train.NeuronCount}).");
        TimeAxis.Require(SecondsPerStep);
    }
}
