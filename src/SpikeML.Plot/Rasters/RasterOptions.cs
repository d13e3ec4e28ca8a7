using OxyPlot;

namespace SpikeML.Plot;

/// <summary>
/// Options of rasters. The default size is 800 x 400 pixels. The height is less for fewer than 14 neurons (160 for one), and more
/// for over 600 neurons (up to 500) and for many groups.
/// </summary>
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

    /// <summary>
    /// The minimum height of a group in pixels at scale 1, from 0 to 1,000. It keeps ten neurons visible next to 784: small
    /// groups get taller rows. If there are too many groups, all have the same height.
    /// </summary>
    /// <value>24 by default.</value>
    public double LeastGroupHeight { get; init; } = 24;

    /// <summary>
    /// The class of each neuron, or of each trial if rows are trials. The neurons of a class form a group; groups are in the
    /// order in which their classes first appear.
    /// </summary>
    /// <value>Null by default: none.</value>
    public IReadOnlyList<string>? Classes { get; init => field = OptionList.Copy(value); }

    /// <summary>The order of the neurons from the bottom, within their classes if there are any.</summary>
    /// <value><see cref="NeuronOrder.Index"/> by default.</value>
    public NeuronOrder Order { get; init; } = NeuronOrder.Index;

    /// <summary>Whether to draw the firing rate over time above the raster, and each neuron's spike count beside it.</summary>
    /// <value>False by default.</value>
    public bool ShowMarginals { get; init; }

    /// <summary>The steps to draw, such as <c>..20</c> for a code that ends early.</summary>
    /// <value>All by default.</value>
    public Range Steps { get; init; } = Range.All;

    /// <summary>The names of the neurons, one per neuron, shown at the axis if there is room.</summary>
    /// <value>Null by default: their numbers.</value>
    public IReadOnlyList<string>? Labels { get; init => field = OptionList.Copy(value); }

    /// <summary>The mark of a spike. If there are too many points to tell apart, their density is shown instead.</summary>
    /// <value><see cref="RasterMark.Automatic"/> by default.</value>
    public RasterMark Mark { get; init; } = RasterMark.Automatic;

    /// <summary>
    /// Whether spikes of different magnitude are shaded, the largest darkest, with a key. Densities are never shaded.
    /// </summary>
    /// <value>True by default.</value>
    public bool ShadeValues { get; init; } = true;

    /// <summary>
    /// The diameter of a point or the length of a bar in pixels at scale 1, above 0 and at most 1,000. A mark is at least one
    /// pixel.
    /// </summary>
    /// <value>Null by default: as large as the space between spikes (for points) or neurons (for bars) allows.</value>
    public double? MarkSize { get; init; }

    /// <summary>The duration of a step in seconds, above 0. If set, the axis is in s, ms, µs or ns.</summary>
    /// <value>Null by default: steps are counted.</value>
    public double? SecondsPerStep { get; init; }

    /// <summary>The colour of spikes with a positive value.</summary>
    /// <value>Automatic by default: the theme's; black in the light theme.</value>
    public OxyColor OnColor { get; init; } = OxyColors.Automatic;

    /// <summary>The colour of off-spikes, which have a negative value. If there are any, a legend names both colours.</summary>
    /// <value>Automatic by default: the theme's; vermillion in the light theme.</value>
    public OxyColor OffColor { get; init; } = OxyColors.Automatic;

    internal const double MaxMarkSize = 1000, MaxGroupHeight = 1000;

    internal (int First, int End) StepsOf(SpikeTrain train) =>
        (Steps.Start.GetOffset(train.NumSteps), Steps.End.GetOffset(train.NumSteps));

    internal void Validate(SpikeTrain train)
    {
        OptionCheck.Require(Neuron is null || (Neuron >= 0 && Neuron < train.NeuronCount), Neuron, nameof(Neuron),
            $"Neuron must be 0 to {train.NeuronCount - 1}.");
        NeuronCheck.Labels(Labels, train);
        ValidateGroups(train);
        ValidateOrder(train);
        (int first, int end) = StepsOf(train);
        OptionCheck.Require(first >= 0 && first < end && end <= train.NumSteps, Steps, nameof(Steps),
            $"Steps must be a range of at least one of the train's {train.NumSteps} steps.");
        OptionCheck.Require(LeastGroupHeight is >= 0 and <= MaxGroupHeight, LeastGroupHeight, nameof(LeastGroupHeight),
            $"LeastGroupHeight must be 0 to {MaxGroupHeight} pixels.");
        OptionCheck.Require(Enum.IsDefined(Mark), Mark, nameof(Mark), "Mark must be Automatic, Point or Bar.");
        OptionCheck.Require(MarkSize is null or (> 0 and <= MaxMarkSize), MarkSize, nameof(MarkSize),
            $"MarkSize must be above 0 and at most {MaxMarkSize}.");
        OptionCheck.Require(SecondsPerStep is null or (> 0 and < double.PositiveInfinity), SecondsPerStep, nameof(SecondsPerStep),
            "SecondsPerStep must be a finite number above 0.");
    }

    private void ValidateOrder(SpikeTrain train)
    {
        OptionCheck.Require(Enum.IsDefined(Order), Order, nameof(Order), "Order must be Index, Rate or FirstSpike.");
        OptionCheck.Require(Order == NeuronOrder.Index || Groups is null, Order, nameof(Order),
            "Order cannot be combined with Groups, whose neurons follow one another: use Classes.");
        OptionCheck.Require(Classes is null || Classes.Count == train.NeuronCount, Classes?.Count, nameof(Classes),
            $"Classes must have one entry for each neuron of the train ({train.NeuronCount}).");
        OptionCheck.Require(Classes is null || (Groups, Labels, Neuron) is (null, null, null), Classes?.Count, nameof(Classes),
            "Classes cannot be combined with Groups, Labels or Neuron.");
        OptionCheck.Require((Order, Neuron) is (NeuronOrder.Index, _) or (_, null), Order, nameof(Order),
            "Order cannot be combined with Neuron: one neuron has no order.");
    }

    private void ValidateGroups(SpikeTrain train)
    {
        if (Groups is null)
            return;
        OptionCheck.Require(Neuron is null, Groups.Count, nameof(Groups), "Groups cannot be combined with Neuron.");
        OptionCheck.Require(Labels is null, Groups.Count, nameof(Groups),
            "Groups cannot be combined with Labels: the axis names either groups or neurons.");
        NeuronCheck.Groups(Groups, train);
    }
}
