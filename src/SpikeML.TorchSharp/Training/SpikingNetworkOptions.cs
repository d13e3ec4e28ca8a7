namespace SpikeML.Torch;

/// <summary>Options of the spiking-network trainers. Learning is by backpropagation through time, with Adam.</summary>
public sealed record SpikingNetworkOptions
{
    /// <summary>
    /// The hidden layers, in order; with none, the spikes feed the output neurons directly.
    /// </summary>
    /// <value>One dense layer of 256 neurons by default.</value>
    public IReadOnlyList<SpikingLayer> Layers { get; init => field = OptionList.Copy(value); } =
        new OptionList<SpikingLayer>([SpikingLayer.Dense(256)]);

    /// <summary>The decay of all membranes from one step to the next, 0 to 1.</summary>
    /// <value>0.95 by default.</value>
    public double Beta { get; init; } = 0.95;

    /// <summary>The membrane above which neurons fire, above 0.</summary>
    /// <value>1 by default.</value>
    public double Threshold { get; init; } = 1;

    /// <summary>What a spike does to the membrane.</summary>
    /// <value><see cref="ResetMechanism.Subtract"/> by default.</value>
    public ResetMechanism Reset { get; init; } = ResetMechanism.Subtract;

    /// <summary>Whether each layer learns its decay.</summary>
    /// <value>False by default.</value>
    public bool LearnBeta { get; init; }

    /// <summary>Whether each layer learns its threshold.</summary>
    /// <value>False by default.</value>
    public bool LearnThreshold { get; init; }

    /// <summary>The surrogate gradient.</summary>
    /// <value>The fast sigmoid of slope 25 by default, which snnTorch's tutorials use.</value>
    public Surrogate Surrogate { get; init; } = Surrogate.FastSigmoid();

    /// <summary>
    /// What a classifier is trained to do; regression has the squared error of the mean output membrane instead.
    /// </summary>
    /// <value><see cref="SpikingLoss.CountCrossEntropy"/> by default.</value>
    public SpikingLoss Loss { get; init; } = SpikingLoss.CountCrossEntropy;

    /// <summary>Adam's learning rate, above 0.</summary>
    /// <value>1e-3 by default.</value>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>
    /// What the learning rate is multiplied by after each epoch, above 0 and at most 1, so that training settles.
    /// </summary>
    /// <value>0.85 by default.</value>
    public double LearningRateDecay { get; init; } = 0.85;

    /// <summary>The passes over the data, at least 1.</summary>
    /// <value>15 by default.</value>
    public int Epochs { get; init; } = 15;

    /// <summary>The rows between two updates of the weights, at least 1.</summary>
    /// <value>64 by default.</value>
    public int BatchSize { get; init; } = 64;

    /// <summary>
    /// The share of the rows that is held out of training to be validated on, 0 to below 1.
    /// </summary>
    /// <value>0 by default, which holds out no rows.</value>
    public double ValidationFraction { get; init; }

    /// <summary>
    /// The epochs without a lower validation loss after which training stops, at least 1; null: never. It needs a
    /// <see cref="ValidationFraction"/>; the weights of the best epoch are kept.
    /// </summary>
    /// <value>Null by default.</value>
    public int? Patience { get; init; }

    /// <summary>
    /// Whether the codes of the pipeline that draw at random draw new spikes in every epoch
    /// (<see cref="SpikeBatchOptions.FreshSpikes"/>), as snnTorch's training loops do. Null: where that is possible; where such
    /// a code lies behind a cache, the log warns that every epoch has the same spikes. True is an error where it is not possible.
    /// </summary>
    /// <value>Null by default.</value>
    public bool? FreshSpikes { get; init; }

    /// <summary>Where the network is trained. Predictions are made on the CPU.</summary>
    /// <value><see cref="TrainingDevice.Cpu"/> by default.</value>
    public TrainingDevice Device { get; init; } = TrainingDevice.Cpu;

    /// <summary>
    /// The seed of the first weights, of the order of the rows and of what is held out. Null draws one from the <c>MLContext</c>
    /// when the trainer is made. TorchSharp's global generator is neither read nor changed.
    /// </summary>
    /// <value>Null by default.</value>
    public int? Seed { get; init; }

    /// <summary>A column for the spikes of the output neurons, [numSteps, outputs]; null: none.</summary>
    /// <value>Null by default.</value>
    public string? OutputSpikesColumnName { get; init; }

    /// <summary>A column for the membranes of the output neurons, [numSteps, outputs]; null: none.</summary>
    /// <value>Null by default.</value>
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
            "ValidationFraction must be at least 0 and below 1.");
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
            nameof(OutputMembraneColumnName), "OutputMembraneColumnName must differ from OutputSpikesColumnName.");
    }
}
