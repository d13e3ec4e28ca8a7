using System.Globalization;

namespace SpikeML.Torch;

/// <summary>
/// A hidden layer of a spiking network: weights followed by neurons, or pooling or dropout of the previous layer's spikes.
/// </summary>
public sealed record SpikingLayer
{
    private SpikingLayer(SpikingLayerKind kind, int neurons, int kernelSize, int stride) =>
        (Kind, Neurons, KernelSize, Stride) = (kind, neurons, kernelSize, stride);

    /// <summary>What the layer does with the spikes of the previous one.</summary>
    public SpikingLayerKind Kind { get; }

    /// <summary>The number of neurons of a dense layer, or of channels of a convolution; 0 for the others.</summary>
    public int Neurons { get; }

    /// <summary>The height and width of a convolution's kernel or of pooling's window, or 0 for the others.</summary>
    public int KernelSize { get; }

    /// <summary>The stride of a convolution or of pooling, or 0 for the others.</summary>
    public int Stride { get; }

    /// <summary>The share of the spikes that dropout leaves out in training; 0 for the others.</summary>
    public double DropoutRate { get; private init; }

    /// <summary>
    /// The neurons of a dense layer or a convolution. If null, they are leaky, with <see cref="SpikingNetworkOptions.Beta"/> and
    /// the other constants of the trainer's options.
    /// </summary>
    /// <value>Null by default.</value>
    public NeuronModel? NeuronModel { get; init; }

    /// <summary>
    /// Whether the currents of a dense layer or a convolution are normalised before the neurons: in training by their mean and
    /// variance over the rows and steps of the batch, per neuron or channel, with a learned scale and the biases added
    /// afterwards. The running mean and variance (momentum 0.1) become part of the trained weights and biases.
    /// </summary>
    /// <value>False by default.</value>
    public bool BatchNormalization { get; init; }

    /// <summary>
    /// Whether the currents of a dense layer or a convolution are normalised at each step separately (Kim and Panda 2020;
    /// snnTorch's <c>BatchNormTT1d</c> and <c>BatchNormTT2d</c>): in training by their mean and variance over the rows of the
    /// batch at this step, per neuron or channel, with a learned scale for each step, and the biases added afterwards. The
    /// running means and variances (momentum 0.1) become factors and biases of each step
    /// (<see cref="SpikingLayerWeights.StepScales"/>), so the network predicts only rows with as many steps as in training.
    /// </summary>
    /// <value>False by default.</value>
    public bool BatchNormalizationThroughTime { get; init; }

    /// <summary>A column for the layer's spikes in predictions, [numSteps, ...the layer's neurons], or null for none.</summary>
    /// <value>Null by default.</value>
    public string? SpikesColumnName { get; init; }

    /// <summary>A column for the layer's membranes in predictions, with the same shape, or null for none.</summary>
    /// <value>Null by default.</value>
    public string? MembraneColumnName { get; init; }

    /// <summary>A dense layer: each neuron is connected to all neurons of the previous layer.</summary>
    /// <param name="neurons">The number of neurons, at least 1.</param>
    /// <param name="model">The neurons, or null for leaky ones with the constants of the trainer's options.</param>
    /// <returns>The layer, without weights.</returns>
    public static SpikingLayer Dense(int neurons, NeuronModel? model = null)
    {
        OptionCheck.AtLeast(1, neurons, nameof(neurons));
        return new(SpikingLayerKind.Dense, neurons, 0, 0) { NeuronModel = model };
    }

    /// <summary>
    /// A 2-D convolution with zero padding. Its input must be images, [height, width] or [channels, height, width].
    /// </summary>
    /// <param name="channels">The number of output channels, at least 1.</param>
    /// <param name="kernelSize">The kernel's height and width, odd and at least 1.</param>
    /// <param name="stride">
    /// The stride, at least 1; the output's height and width are the input's divided by it, rounded up.
    /// </param>
    /// <param name="model">The neurons, or null for leaky ones with the constants of the trainer's options.</param>
    /// <returns>The layer, without weights.</returns>
    public static SpikingLayer Convolution(int channels, int kernelSize = 5, int stride = 2, NeuronModel? model = null)
    {
        OptionCheck.AtLeast(1, channels, nameof(channels));
        OptionCheck.Require(kernelSize >= 1 && kernelSize % 2 == 1, kernelSize, nameof(kernelSize),
            "kernelSize must be odd and at least 1.");
        OptionCheck.AtLeast(1, stride, nameof(stride));
        return new(SpikingLayerKind.Convolution, channels, kernelSize, stride) { NeuronModel = model };
    }

    /// <summary>
    /// Pooling of images: the mean of each window of spikes. Windows do not overlap, and rows and columns that do not fill one
    /// are left out.
    /// </summary>
    /// <param name="size">The window's height and width, at least 1.</param>
    /// <returns>The layer.</returns>
    public static SpikingLayer AveragePooling(int size = 2) => Pooling(SpikingLayerKind.AveragePooling, size);

    /// <summary>
    /// Pooling of images: the largest value of each window of spikes. Windows do not overlap, and rows and columns that do not
    /// fill one are left out.
    /// </summary>
    /// <param name="size">The window's height and width, at least 1.</param>
    /// <returns>The layer.</returns>
    public static SpikingLayer MaxPooling(int size = 2) => Pooling(SpikingLayerKind.MaxPooling, size);

    /// <summary>
    /// Dropout: in training, each spike is left out with a probability, and the others are divided by the share that is kept, so
    /// that the expected value stays. Predictions leave nothing out.
    /// </summary>
    /// <param name="rate">The probability, at least 0 and below 1.</param>
    /// <returns>The layer.</returns>
    public static SpikingLayer Dropout(double rate = 0.5)
    {
        OptionCheck.Require(rate is >= 0 and < 1, rate, nameof(rate), "rate must be at least 0 and below 1.");
        return new(SpikingLayerKind.Dropout, 0, 0, 0) { DropoutRate = rate };
    }

    /// <summary>
    /// A short description, such as "dense 100", "convolution 16, 5x5, stride 2" or "dense 100, synaptic".
    /// </summary>
    public override string ToString()
    {
        string shape = Kind switch
        {
            SpikingLayerKind.Dense => $"dense {Neurons}",
            SpikingLayerKind.Convolution => $"convolution {Neurons}, {KernelSize}x{KernelSize}, stride {Stride}",
            SpikingLayerKind.Dropout => string.Create(CultureInfo.InvariantCulture, $"dropout {DropoutRate}"),
            _ => $"{(Kind == SpikingLayerKind.MaxPooling ? "max" : "average")} pooling {KernelSize}x{KernelSize}",
        };
        return shape + (NeuronModel is null ? "" : $", {NeuronModel}") + (BatchNormalization ? ", batch normalisation"
            : BatchNormalizationThroughTime ? ", batch normalisation through time" : "");
    }

    /// <summary>Whether the layer has weights and neurons.</summary>
    internal bool HasNeurons => Kind is SpikingLayerKind.Dense or SpikingLayerKind.Convolution;

    /// <summary>Whether the currents are normalised in training.</summary>
    internal bool IsNormalized => BatchNormalization || BatchNormalizationThroughTime;

    internal bool NeedsImage => Kind is not (SpikingLayerKind.Dense or SpikingLayerKind.Dropout);

    internal IEnumerable<string> ColumnNames => new[] { SpikesColumnName, MembraneColumnName }.OfType<string>();

    /// <summary>What does not fit together in the layer, or null.</summary>
    internal string? Fault()
    {
        if (!HasNeurons && (NeuronModel is not null || IsNormalized || MembraneColumnName is not null))
            return "has no neurons, so NeuronModel, BatchNormalization, BatchNormalizationThroughTime and MembraneColumnName "
                + "must not be set";
        if (BatchNormalization && BatchNormalizationThroughTime)
            return "has two batch normalisations: set BatchNormalization or BatchNormalizationThroughTime, not both";
        if (Kind == SpikingLayerKind.Dropout && SpikesColumnName is not null)
            return "does nothing in predictions, so SpikesColumnName must be null";
        if (NeuronModel is not null && Misfit(NeuronModel) is (string name, NeuronConstant value))
            return $"has {Neurons} {(Kind == SpikingLayerKind.Dense ? "neurons" : "channels")}, but {name} has "
                + $"{value.Values.Count} numbers: pass one for each, or one for all";
        return null;
    }

    /// <summary>Why the neurons of a hidden layer can never fire, or null.</summary>
    internal string? SilenceFault() => NeuronModel is { StateQuantization: { } levels } model
        && !model.Learns(NeuronNames.Threshold) && levels.Levels[^1] <= model.Constants[NeuronNames.Threshold].Values.Min()
        ? FormattableString.Invariant($"has neurons that never fire, because their states have {levels}, none above the ")
            + "threshold: pass the threshold of the neurons to StateQuantization, and an upperLimit above 0" : null;

    private (string, NeuronConstant)? Misfit(NeuronModel model)
    {
        foreach ((string name, NeuronConstant value) in model.Constants)
        {
            if (value.Values.Count != 1 && value.Values.Count != Neurons)
                return (name, value);
        }
        return null;
    }

    private static SpikingLayer Pooling(SpikingLayerKind kind, int size)
    {
        OptionCheck.AtLeast(1, size, nameof(size));
        return new(kind, 0, size, size);
    }
}
