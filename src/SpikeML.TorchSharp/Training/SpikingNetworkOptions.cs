namespace SpikeML.Torch;

/// <summary>Options of the spiking-network trainers, which use backpropagation through time with Adam.</summary>
public sealed record SpikingNetworkOptions
{
    /// <summary>The hidden layers, in order. Without hidden layers, the spikes feed the output neurons directly.</summary>
    /// <value>One dense layer of 256 neurons by default.</value>
    public IReadOnlyList<SpikingLayer> Layers { get; init => field = OptionList.Copy(value); } =
        new OptionList<SpikingLayer>([SpikingLayer.Dense(256)]);

    /// <summary>
    /// The decay of the membranes from one step to the next, 0 to 1. This and the other constants are those of layers without a
    /// <see cref="SpikingLayer.NeuronModel"/>.
    /// </summary>
    /// <value>0.95 by default.</value>
    public double Beta { get; init; } = 0.95;

    /// <summary>The membrane potential above which neurons fire, above 0.</summary>
    /// <value>1 by default.</value>
    public double Threshold { get; init; } = 1;

    /// <summary>How a spike resets the membrane.</summary>
    /// <value><see cref="ResetMechanism.Subtract"/> by default.</value>
    public ResetMechanism Reset { get; init; } = ResetMechanism.Subtract;

    /// <summary>
    /// How a spike resets the membrane of an output neuron. If null, outputs are not reset in regression and with the
    /// cross-entropies of membranes, because they would lose what they have accumulated; otherwise <see cref="Reset"/> applies.
    /// </summary>
    /// <value>Null by default.</value>
    public ResetMechanism? OutputReset { get; init; }

    /// <summary>
    /// The output neurons. If null, they are leaky, with <see cref="Beta"/> and the other constants of these options.
    /// </summary>
    /// <value>Null by default.</value>
    public NeuronModel? OutputNeuronModel { get; init; }

    /// <summary>The weights that training starts from.</summary>
    /// <value><see cref="SpikingFirstWeights.ScaledToData"/> by default.</value>
    public SpikingFirstWeights FirstWeights { get; init; } = SpikingFirstWeights.ScaledToData;

    /// <summary>Whether each layer learns its decay.</summary>
    /// <value>False by default.</value>
    public bool LearnBeta { get; init; }

    /// <summary>Whether each layer learns its threshold.</summary>
    /// <value>False by default.</value>
    public bool LearnThreshold { get; init; }

    /// <summary>The surrogate gradient.</summary>
    /// <value>The fast sigmoid of slope 25 by default, as in snnTorch's tutorials.</value>
    public Surrogate Surrogate { get; init; } = Surrogate.FastSigmoid();

    /// <summary>The loss of a classifier. Regression always uses the squared error of the mean output membrane.</summary>
    /// <value><see cref="SpikingLoss.MeanMembraneCrossEntropy"/> by default.</value>
    public SpikingLoss Loss { get; init; } = SpikingLoss.MeanMembraneCrossEntropy;

    /// <summary>
    /// Classification: a weight for each class, in the order of the key's values or, for Booleans, false and true; at least 0.
    /// A row's weight is its class's, times its own if the trainer has a column of example weights. Null for equal weights.
    /// </summary>
    /// <value>Null by default.</value>
    public IReadOnlyList<double>? ClassWeights { get; init => field = OptionList.Copy(value); }

    /// <summary>
    /// Classification: the number of output neurons per class, at least 1 (snnTorch's <c>population_code</c>). A class's score is
    /// the sum of its neurons' spike counts, or the mean of their membranes or first spike times.
    /// </summary>
    /// <value>1 by default.</value>
    public int OutputsPerClass { get; init; } = 1;

    /// <summary>
    /// The cost of a spike of a hidden neuron, at least 0, which is added to the loss of its row
    /// (<see cref="SpikeLoss.SpikeSparsity"/>). The losses that are reported leave it out, as they do with the next options.
    /// </summary>
    /// <value>0 by default.</value>
    public double SpikeRegularization { get; init; }

    /// <summary>
    /// The rate in spikes per step, 0 to 1, below which a hidden neuron costs <see cref="RateRegularization"/> times
    /// <see cref="SpikeLoss.RateLowerBound"/>.
    /// </summary>
    /// <value>0 by default, which costs nothing.</value>
    public double MinimumHiddenRate { get; init; }

    /// <summary>
    /// The mean rate in spikes per step, 0 to 1, above which a hidden layer costs <see cref="RateRegularization"/> times
    /// <see cref="SpikeLoss.RateUpperBound"/>.
    /// </summary>
    /// <value>1 by default, which costs nothing.</value>
    public double MaximumHiddenRate { get; init; } = 1;

    /// <summary>
    /// The factor of the costs of <see cref="MinimumHiddenRate"/> and <see cref="MaximumHiddenRate"/>, above 0.
    /// </summary>
    /// <value>100 by default.</value>
    public double RateRegularization { get; init; } = 100;

    /// <summary>
    /// The number of steps that gradients go back, at least 1, or null for all: truncated backpropagation through time. Each part
    /// of this many steps has a loss and an update of its own, and begins with the state after the previous part.
    /// </summary>
    /// <value>Null by default.</value>
    public int? TruncationSteps { get; init; }

    /// <summary>Adam's learning rate, above 0.</summary>
    /// <value>2e-3 by default.</value>
    public double LearningRate { get; init; } = 2e-3;

    /// <summary>The factor that the learning rate is multiplied by after each epoch, above 0 and at most 1.</summary>
    /// <value>0.85 by default.</value>
    public double LearningRateDecay { get; init; } = 0.85;

    /// <summary>The number of passes over the data, at least 1.</summary>
    /// <value>15 by default.</value>
    public int Epochs { get; init; } = 15;

    /// <summary>The number of rows between two updates of the weights, at least 1.</summary>
    /// <value>64 by default.</value>
    public int BatchSize { get; init; } = 64;

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
    /// Whether random codes in the pipeline draw new spikes in every epoch (<see cref="SpikeBatchOptions.FreshSpikes"/>), as in
    /// snnTorch's training loops. If null, they do so where possible; if a cache follows such a code, the log warns that every
    /// epoch has the same spikes. If true and that is not possible, training throws.
    /// </summary>
    /// <value>Null by default.</value>
    public bool? FreshSpikes { get; init; }

    /// <summary>The device for training. Predictions always run on the CPU.</summary>
    /// <value><see cref="TrainingDevice.Cpu"/> by default.</value>
    public TrainingDevice Device { get; init; } = TrainingDevice.Cpu;

    /// <summary>
    /// The seed of the initial weights, the order of the rows and the held-out rows. If null, it is taken from the
    /// <c>MLContext</c> when the trainer is created. TorchSharp's global generator is neither used nor changed.
    /// </summary>
    /// <value>Null by default.</value>
    public int? Seed { get; init; }

    /// <summary>A column for the spikes of the output neurons, [numSteps, outputs], or null for none.</summary>
    /// <value>Null by default.</value>
    public string? OutputSpikesColumnName { get; init; }

    /// <summary>A column for the membranes of the output neurons, [numSteps, outputs], or null for none.</summary>
    /// <value>Null by default.</value>
    public string? OutputMembraneColumnName { get; init; }

    /// <summary>
    /// Options with two convolutions and a dense layer, for spike columns whose neurons are images: [numSteps, height, width] or
    /// [numSteps, channels, height, width].
    /// </summary>
    public static SpikingNetworkOptions Convolutional { get; } = new()
    {
        Layers = [SpikingLayer.Convolution(16), SpikingLayer.Convolution(32), SpikingLayer.Dense(128)],
    };

    internal SpikingNetworkOptions Validated(SpikingTask task)
    {
        OptionCheck.Require(ClassWeights is null || task != SpikingTask.Regression, ClassWeights, nameof(ClassWeights),
            "ClassWeights are for classification.");
        SpikeLossOptions.CheckClassWeights(ClassWeights ?? []);
        OptionCheck.AtLeast(1, OutputsPerClass, nameof(OutputsPerClass));
        OptionCheck.Require(OutputsPerClass == 1 || task != SpikingTask.Regression, OutputsPerClass, nameof(OutputsPerClass),
            "OutputsPerClass must be 1 for regression.");
        OptionCheck.Require(Layers is not null && Layers.All(layer => layer is not null), Layers, nameof(Layers),
            "Layers must not be null or contain null.");
        foreach (SpikingLayer layer in Layers!)
        {
            string? fault = layer.Fault();
            OptionCheck.Require(fault is null, layer, nameof(Layers), $"A layer ({layer}) {fault}.");
        }
        NeuronCheck.Decay(Beta, nameof(Beta));
        OptionCheck.Positive(Threshold, nameof(Threshold));
        OptionCheck.Require(Enum.IsDefined(Reset), Reset, nameof(Reset), "Reset must be Subtract, Zero or None.");
        OptionCheck.Require(OutputReset is null || Enum.IsDefined(OutputReset.Value), OutputReset, nameof(OutputReset),
            "OutputReset must be null, Subtract, Zero or None.");
        OptionCheck.Require(OutputReset is null || OutputNeuronModel?.Reset is null, OutputReset, nameof(OutputReset),
            "OutputReset must be null if OutputNeuronModel has a reset.");
        OptionCheck.Require(Enum.IsDefined(FirstWeights), FirstWeights, nameof(FirstWeights),
            "FirstWeights must be ScaledToData or Uniform.");
        OptionCheck.Require(Surrogate is not null, Surrogate, nameof(Surrogate), "Surrogate must not be null.");
        OptionCheck.Require(Enum.IsDefined(Loss), Loss, nameof(Loss), "Loss must be one of the losses.");
        OptionCheck.Require(Enum.IsDefined(Device), Device, nameof(Device), "Device must be Automatic, Cpu or Cuda.");
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
        CheckActivity();
        CheckTruncation(task);
        return this;
    }

    /// <summary>The neurons of layers without a model.</summary>
    internal NeuronModel LeakyModel =>
        NeuronModel.Leaky(Beta, Threshold, Surrogate, learnBeta: LearnBeta, learnThreshold: LearnThreshold);

    private void CheckActivity()
    {
        OptionCheck.NotNegative(SpikeRegularization, nameof(SpikeRegularization));
        OptionCheck.Require(MaximumHiddenRate is >= 0 and <= 1, MaximumHiddenRate, nameof(MaximumHiddenRate),
            "MaximumHiddenRate must be 0 to 1.");
        OptionCheck.Require(MinimumHiddenRate >= 0 && MinimumHiddenRate <= MaximumHiddenRate, MinimumHiddenRate,
            nameof(MinimumHiddenRate), $"MinimumHiddenRate must be 0 to MaximumHiddenRate ({MaximumHiddenRate}).");
        OptionCheck.Positive(RateRegularization, nameof(RateRegularization));
        string option = SpikeRegularization > 0 ? nameof(SpikeRegularization)
            : MinimumHiddenRate > 0 ? nameof(MinimumHiddenRate) : nameof(MaximumHiddenRate);
        OptionCheck.Require(Layers.Count > 0 || !new HiddenActivity(this).IsCosted, Layers, option,
            $"{option} needs hidden layers (Layers).");
    }

    private void CheckTruncation(SpikingTask task)
    {
        OptionCheck.AtLeast(1, TruncationSteps ?? 1, nameof(TruncationSteps));
        OptionCheck.Require(TruncationSteps is null || task == SpikingTask.Regression
            || Loss is not (SpikingLoss.FirstSpikeCrossEntropy or SpikingLoss.FirstSpikeMeanSquared), TruncationSteps,
            nameof(TruncationSteps), $"TruncationSteps must be null with Loss = {Loss}, because a part of a row has no first "
                + "spike of its own.");
    }

    private void CheckColumns()
    {
        OptionCheck.ColumnName(OutputSpikesColumnName, nameof(OutputSpikesColumnName));
        OptionCheck.ColumnName(OutputMembraneColumnName, nameof(OutputMembraneColumnName));
        OptionCheck.Require(OutputSpikesColumnName is null || OutputSpikesColumnName != OutputMembraneColumnName,
            OutputMembraneColumnName,
            nameof(OutputMembraneColumnName), "OutputMembraneColumnName must differ from OutputSpikesColumnName.");
        RecordedLayers.Check(Layers, [OutputSpikesColumnName, OutputMembraneColumnName]);
    }
}
