using OxyPlot;

namespace SpikeML.Plot;

/// <summary>Options of rasters. The default size is 800 x 400 pixels, or 800 x 160 for a single neuron.</summary>
public sealed record RasterOptions : FigureOptions
{
    /// <summary>The only neuron to draw, from 0 in the row-major order of the train's shape.</summary>
    /// <value>Null by default: all neurons.</value>
    public int? Neuron { get; init; }

    /// <summary>
    /// Groups of neurons, starting at neuron 0; their counts must add up to the number of neurons. Each group is named at the
    /// axis, has its own colour and is set apart by a small gap. With several trains, each group is a train.
    /// </summary>
    /// <value>Null by default: no groups.</value>
    public IReadOnlyList<NeuronGroup>? Groups { get; init => field = OptionList.Copy(value); }

    /// <summary>The names of the neurons, one per neuron, shown at the axis if there is room.</summary>
    /// <value>Null by default: their numbers.</value>
    public IReadOnlyList<string>? Labels { get; init => field = OptionList.Copy(value); }

    /// <summary>
    /// The mark of a spike. If points are so many that they would hide each other, their density is shown instead.
    /// </summary>
    /// <value><see cref="RasterMark.Automatic"/> by default.</value>
    public RasterMark Mark { get; init; } = RasterMark.Automatic;

    /// <summary>
    /// The diameter of a point or the length of a bar in pixels at scale 1, above 0 and at most 1,000. A mark is at least one
    /// pixel.
    /// </summary>
    /// <value>Null by default: it depends on the number of spikes (points) or on the distance between neurons (bars).</value>
    public double? MarkSize { get; init; }

    /// <summary>The duration of a step in seconds, above 0. If set, the time axis is in seconds.</summary>
    /// <value>Null by default: steps are counted.</value>
    public double? SecondsPerStep { get; init; }

    /// <summary>The colour of spikes with a positive value.</summary>
    /// <value>Black, #000000, by default.</value>
    public OxyColor OnColor { get; init; } = Palette.Black;

    /// <summary>The colour of off-spikes, which have a negative value. If there are any, a legend names both colours.</summary>
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
            "A group must have at least 1 neuron.");
        long total = Groups.Sum(group => (long)group.Count);
        OptionCheck.Require(total == train.NeuronCount, total, nameof(Groups),
            $"The groups' counts must add up to the number of neurons ({train.NeuronCount}).");
    }
}
