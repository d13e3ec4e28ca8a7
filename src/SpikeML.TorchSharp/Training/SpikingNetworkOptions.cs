namespace SpikeML.Torch;

/// <summary>Options of the spiking-network trainers, which use backpropagation through time with Adam.</summary>
public sealed partial record SpikingNetworkOptions
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

    /// <summary>
    /// The loss of a classifier. Regression always uses the squared error of the mean output membrane or, with a label for each
    /// step, of the membranes at each step.
    /// </summary>
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

    /// <summary>The neurons of layers without a model.</summary>
    internal NeuronModel LeakyModel =>
        NeuronModel.Leaky(Beta, Threshold, Surrogate, learnBeta: LearnBeta, learnThreshold: LearnThreshold);
}
