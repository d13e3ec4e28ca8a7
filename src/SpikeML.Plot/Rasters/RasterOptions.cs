using OxyPlot;

namespace SpikeML.Plot;

/// <summary>How a raster is drawn. Its own size is 800 x 400 pixels, or 800 x 160 for one neuron.</summary>
public sealed record RasterOptions : FigureOptions
{
    /// <summary>The only neuron to draw, from 0 in the row-major order of the train's shape.</summary>
    /// <value>Null by default: all.</value>
    public int? Neuron { get; init; }

    /// <summary>
    /// Groups that the neurons form, from neuron 0 on; their counts add up to all neurons. Each is named at the axis and has a
    /// colour and a little room around it. For several trains a group is a train.
    /// </summary>
    /// <value>Null by default: none.</value>
    public IReadOnlyList<NeuronGroup>? Groups { get; init => field = OptionList.Copy(value); }

    /// <summary>The neurons' names, one each, written at the axis where there is room.</summary>
    /// <value>Null by default: their numbers.</value>
    public IReadOnlyList<string>? Labels { get; init => field = OptionList.Copy(value); }

    /// <summary>What stands for a spike. Points so many that they would hide one another are shown as a density.</summary>
    /// <value><see cref="RasterMark.Automatic"/> by default.</value>
    public RasterMark Mark { get; init; } = RasterMark.Automatic;

    /// <summary>
    /// A point's diameter or a bar's length in pixels at scale 1, above 0 and up to 1,000. A mark is never less than one pixel.
    /// </summary>
    /// <value>Null by default: by the number of spikes (points) or the room between neurons (bars).</value>
    public double? MarkSize { get; init; }

    /// <summary>The duration of a step in seconds, above 0, which turns the time axis to seconds.</summary>
    /// <value>Null by default: the axis counts steps.</value>
    public double? SecondsPerStep { get; init; }

    /// <summary>The colour of spikes with a positive value.</summary>
    /// <value>Black, #000000, by default.</value>
    public OxyColor OnColor { get; init; } = Palette.Black;

    /// <summary>The colour of off-spikes, those with a negative value. Where there are any, a legend names both.</summary>
    /// <value>Vermillion, #D55E00, by default.</value>
    public OxyColor OffColor { get; init; } = Palette.Vermillion;

    internal const double MaxMarkSize = 1000;

    internal void Validate(SpikeTrain train)
    {
        OptionCheck.Require(Neuron is null || (Neuron >= 0 && Neuron < train.NeuronCount), Neuron, nameof(Neuron),
            $"Neuron must be 0 to {train.NeuronCount - 1}.");
        OptionCheck.Require(Labels is null || Labels.Count == train.NeuronCount, Labels?.Count, nameof(Labels),
            $"Labels must have one entry for each neuron of the train ({train.NeuronCount}).");
        ValidateGroups(train);
        OptionCheck.Require(Enum.IsDefined(Mark), Mark, nameof(Mark), "Mark must be Automatic, Point or Bar.");
        OptionCheck.Require(MarkSize is null or (> 0 and <= MaxMarkSize), MarkSize, nameof(MarkSize),
            $"MarkSize must be above 0 and at most {MaxMarkSize}.");
        OptionCheck.Require(SecondsPerStep is null or (> 0 and < double.PositiveInfinity), SecondsPerStep, nameof(SecondsPerStep),
            "SecondsPerStep must be a finite number above 0.");
    }

    private void ValidateGroups(SpikeTrain train)
    {
        if (Groups is null)
            return;
        OptionCheck.Require(Neuron is null, Groups.Count, nameof(Groups), "Groups cannot be combined with Neuron.");
        OptionCheck.Require(Labels is null, Groups.Count, nameof(Groups),
            "Groups cannot be combined with Labels: the axis names either groups or neurons.");
        OptionCheck.Require(Groups.All(group => group.Count >= 1), Groups.Min(group => group.Count), nameof(Groups),
            "A group needs at least 1 neuron.");
        long total = Groups.Sum(group => (long)group.Count);
        OptionCheck.Require(total == train.NeuronCount, total, nameof(Groups),
            $"The groups' counts must add up to the number of neurons ({train.NeuronCount}).");
    }
}
