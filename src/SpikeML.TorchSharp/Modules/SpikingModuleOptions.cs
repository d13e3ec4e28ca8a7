namespace SpikeML.Torch;

/// <summary>
/// Options of the <c>SpikingModule</c> trainers, which train a module of your own with Adam. Classifiers use the cross-entropy of
/// the module's scores, at each step if the label has targets for each step; regression uses their squared error.
/// </summary>
public sealed record SpikingModuleOptions
{
    private static readonly SpikingNetworkOptions Defaults = new();

    /// <summary>
    /// Classification: a weight for each class, as in <see cref="SpikingNetworkOptions.ClassWeights"/>. Null for equal weights.
    /// </summary>
    /// <value>Null by default.</value>
    public IReadOnlyList<double>? ClassWeights { get; init => field = OptionList.Copy(value); }

    /// <summary>Adam's learning rate, above 0.</summary>
    /// <value>2e-3 by default.</value>
    public double LearningRate { get; init; } = Defaults.LearningRate;

    /// <summary>The factor that the learning rate is multiplied by after each epoch, above 0 and at most 1.</summary>
    /// <value>0.85 by default.</value>
    public double LearningRateDecay { get; init; } = Defaults.LearningRateDecay;

    /// <summary>The number of passes over the data, at least 1.</summary>
    /// <value>15 by default.</value>
    public int Epochs { get; init; } = Defaults.Epochs;

    /// <summary>The number of rows between two updates of the weights, at least 1.</summary>
    /// <value>64 by default.</value>
    public int BatchSize { get; init; } = Defaults.BatchSize;

    /// <summary>The share of the rows that is held out from training for validation, at least 0 and below 1.</summary>
    /// <value>0 by default, which holds out no rows.</value>
    public double ValidationFraction { get; init; }

    /// <summary>
    /// The number of epochs without a lower validation loss after which training stops, at least 1, or null to never stop early.
    /// It needs a <see cref="ValidationFraction"/>. The weights of the best epoch are kept.
    /// </summary>
    /// <value>Null by default.</value>
    public int? Patience { get; init; }

    /// <summary>
    /// Whether random codes in the pipeline draw new spikes in every epoch, as in
    /// <see cref="SpikingNetworkOptions.FreshSpikes"/>.
    /// </summary>
    /// <value>Null by default: where possible.</value>
    public bool? FreshSpikes { get; init; }

    /// <summary>The device for training. Predictions always run on the CPU.</summary>
    /// <value><see cref="TrainingDevice.Cpu"/> by default.</value>
    public TrainingDevice Device { get; init; } = TrainingDevice.Cpu;

    /// <summary>
    /// The seed of the order of the rows and of the held-out rows. If null, it is taken from the <c>MLContext</c> when the
    /// trainer is created. The module's weights are its own: training starts from those that you pass.
    /// </summary>
    /// <value>Null by default.</value>
    public int? Seed { get; init; }

    /// <summary>The options of the training loop, validated. The scores are read like membranes.</summary>
    internal SpikingNetworkOptions OfLoop(SpikingTask task) => new SpikingNetworkOptions
    {
        Layers = [],
        Loss = SpikingLoss.MeanMembraneCrossEntropy,
        ClassWeights = ClassWeights,
        LearningRate = LearningRate,
        LearningRateDecay = LearningRateDecay,
        Epochs = Epochs,
        BatchSize = BatchSize,
        ValidationFraction = ValidationFraction,
        Patience = Patience,
        FreshSpikes = FreshSpikes,
        Device = Device,
        Seed = Seed,
    }.Validated(task);
}
