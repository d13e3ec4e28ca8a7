namespace SpikeML.Torch;

/// <summary>Options of the spiking-network trainers. Learning is by backpropagation through time, with Adam.</summary>
public sealed record SpikingNetworkOptions
{
    /// <summary>
    /// The hidden layers, in order; none: the spikes feed the output neurons directly. One dense layer of 256 neurons by default.
    /// </summary>
    public IReadOnlyList<SpikingLayer> Layers { get; init; } = [SpikingLayer.Dense(256)];

    /// <summary>The decay of all membranes from one step to the next, 0 to 1; 0.95 by default.</summary>
    public double Beta { get; init; } = 0.95;

    /// <summary>The membrane above which neurons fire, above 0; 1 by default.</summary>
    public double Threshold { get; init; } = 1;

    /// <summary>What a spike does to the membrane; the threshold is subtracted by default.</summary>
    public ResetMechanism Reset { get; init; } = ResetMechanism.Subtract;

    /// <summary>Whether each layer learns its decay; false by default.</summary>
    public bool LearnBeta { get; init; }

    /// <summary>Whether each layer learns its threshold; false by default.</summary>
    public bool LearnThreshold { get; init; }

    /// <summary>The surrogate gradient; the fast sigmoid of slope 25, that of snnTorch's tutorials, by default.</summary>
    public Surrogate Surrogate { get; init; } = Surrogate.FastSigmoid();

    /// <summary>
    /// What a classifier is trained to do, by default the cross-entropy of the spike counts; regression has the squared error of
    /// the mean output membrane instead.
    /// </summary>
    public SpikingLoss Loss { get; init; } = SpikingLoss.CountCrossEntropy;

    /// <summary>Adam's learning rate, above 0; 0.001 by default.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>
    /// What the learning rate is multiplied by after each epoch, above 0 and at most 1; 0.85 by default, so that training
    /// settles.
    /// </summary>
    public double LearningRateDecay { get; init; } = 0.85;

    /// <summary>The passes over the data, at least 1; 15 by default.</summary>
    public int Epochs { get; init; } = 15;

    /// <summary>The rows between two updates of the weights, at least 1; 64 by default.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>
    /// The share of the rows that is held out of training to be validated on, 0 to below 1; 0, none, by default.
    /// </summary>
    public double ValidationFraction { get; init; }

    /// <summary>
    /// The epochs without a lower validation loss after which training stops, at least 1; null, the default: never. It needs a
    /// <see cref="ValidationFraction"/>; the weights of the best epoch are kept.
    /// </summary>
    public int? Patience { get; init; }

    /// <summary>
    /// Whether the rate encoders of the pipeline draw anew in every epoch (<see cref="SpikeBatchOptions.FreshSpikes"/>), as
    /// snnTorch's training
    /// loops do. Null, the default: where the pipeline has such encoders. True is an error where it has none.
    /// </summary>
    public bool? FreshSpikes { get; init; }

    /// <summary>Where the network is trained; the CPU by default. Predictions are made on the CPU.</summary>
    public TrainingDevice Device { get; init; } = TrainingDevice.Cpu;

    /// <summary>
    /// The seed of the first weights, of the order of the rows and of what is held out. Null, the default, draws one from the
    /// <c>MLContext</c> when the trainer is made. TorchSharp's global generator is neither read nor changed.
    /// </summary>
    public int? Seed { get; init; }

    /// <summary>A column for the spikes of the output neurons, [numSteps, outputs]; null, the default: none.</summary>
    public string? OutputSpikesColumnName { get; init; }

    /// <summary>A column for the membranes of the output neurons, [numSteps, outputs]; null, the default: none.</summary>
    public string? OutputMembraneColumnName { get; init; }

    /// <summary>
    /// Two convolutions and a dense layer, for spike columns whose neurons are images: [numSteps, height, width] or [numSteps,
    /// channels, height, width].
    /// </summary>
    public static SpikingNetworkOptions Convolutional { get; } = new()
    {
        Layers = [SpikingLayer.Convolution(16), SpikingLayer.Convolution(32), SpikingLayer.Dense(128)],
    };

    internal SpikingNetworkOptions Validated()
    {
        OptionCheck.Require(Layers is not null && Layers.All(layer => layer is not null), Layers, nameof(Layers),
            "Layers must be a list without nulls.");
        NeuronCheck.Decay(Beta, nameof(Beta));
        OptionCheck.Positive(Threshold, nameof(Threshold));
        OptionCheck.Require(Enum.IsDefined(Reset), Reset, nameof(Reset), "Reset must be one of the reset mechanisms.");
        OptionCheck.Require(Surrogate is not null, Surrogate, nameof(Surrogate), "Surrogate must not be null.");
        OptionCheck.Require(Enum.IsDefined(Loss), Loss, nameof(Loss), "Loss must be one of the losses.");
        OptionCheck.Require(Enum.IsDefined(Device), Device, nameof(Device), "Device must be one of the devices.");
        OptionCheck.Positive(LearningRate, nameof(LearningRate));
        OptionCheck.Require(LearningRateDecay is > 0 and <= 1, LearningRateDecay, nameof(LearningRateDecay),
            "LearningRateDecay must be above 0 and at most 1.");
        OptionCheck.AtLeast(1, Epochs, nameof(Epochs));
        OptionCheck.AtLeast(1, BatchSize, nameof(BatchSize));
        OptionCheck.Require(ValidationFraction is >= 0 and < 1, ValidationFraction, nameof(ValidationFraction),
            "ValidationFraction must be 0 to below 1.");
        OptionCheck.AtLeast(1, Patience ?? 1, nameof(Patience));
        OptionCheck.Require(Patience is null || ValidationFraction > 0, Patience, nameof(Patience),
            "Patience needs a ValidationFraction above 0.");
        CheckColumns();
        return this;
    }

    private void CheckColumns()
    {
        OptionCheck.ColumnName(OutputSpikesColumnName, nameof(OutputSpikesColumnName));
        OptionCheck.ColumnName(OutputMembraneColumnName, nameof(OutputMembraneColumnName));
        OptionCheck.Require(OutputSpikesColumnName is null || OutputSpikesColumnName != OutputMembraneColumnName,
            OutputMembraneColumnName,
            nameof(OutputMembraneColumnName), "OutputMembraneColumnName must be another name than OutputSpikesColumnName.");
    }
}
