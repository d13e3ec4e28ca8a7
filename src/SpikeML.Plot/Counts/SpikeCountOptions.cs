using OxyPlot;

namespace SpikeML.Plot;

/// <summary>Options of spike counts. The default size is 600 pixels by 28 per neuron plus the axis, at most 1,200.</summary>
public sealed record SpikeCountOptions : FigureOptions
{
    /// <summary>The names of the neurons, one per neuron.</summary>
    /// <value>Null by default: their numbers.</value>
    public IReadOnlyList<string>? Labels { get; init => field = OptionList.Copy(value); }

    /// <summary>The colour of the bars.</summary>
    /// <value>Automatic by default: the theme's; blue in the light theme.</value>
    public OxyColor Color { get; init; } = OxyColors.Automatic;

    /// <summary>The colour of the longest bar or bars, which a classifier would predict.</summary>
    /// <value>Automatic by default: the theme's; vermillion in the light theme.</value>
    public OxyColor MostColor { get; init; } = OxyColors.Automatic;

    /// <summary>The duration of a step in seconds, above 0. If set, an animation shows the time.</summary>
    /// <value>Null by default: steps are counted.</value>
    public double? SecondsPerStep { get; init; }

    internal OxyColor ActualColor => Color.GetActualColor(Look.PrimaryColor);

    internal OxyColor ActualMostColor => MostColor.GetActualColor(Look.AccentColor);

    internal void Validate(SpikeTrain train)
    {
        OptionCheck.Require(train.NeuronCount <= SpikeCountPlot.MostNeurons, train.NeuronCount, nameof(train),
            $"A plot of spike counts can show at most {SpikeCountPlot.MostNeurons} neurons.");
        NeuronCheck.Labels(Labels, train);
        TimeAxis.Require(SecondsPerStep);
    }
}
