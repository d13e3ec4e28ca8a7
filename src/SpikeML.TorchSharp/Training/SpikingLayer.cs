namespace SpikeML.Torch;

/// <summary>A hidden layer of a spiking network: weights, followed by leaky integrate-and-fire neurons.</summary>
public sealed record SpikingLayer
{
    internal SpikingLayer(SpikingLayerKind kind, int neurons, int kernelSize, int stride) =>
        (Kind, Neurons, KernelSize, Stride) = (kind, neurons, kernelSize, stride);

    /// <summary>How the layer is connected to the previous one.</summary>
    public SpikingLayerKind Kind { get; }

    /// <summary>The number of neurons of a dense layer, or of channels of a convolution.</summary>
    public int Neurons { get; }

    /// <summary>The height and width of a convolution's kernel, or 0 for a dense layer.</summary>
    public int KernelSize { get; }

    /// <summary>The stride of a convolution, or 0 for a dense layer.</summary>
    public int Stride { get; }

    /// <summary>A dense layer: each neuron is connected to all neurons of the previous layer.</summary>
    /// <param name="neurons">The number of neurons, at least 1.</param>
    /// <returns>The layer, without weights.</returns>
    public static SpikingLayer Dense(int neurons)
    {
        OptionCheck.AtLeast(1, neurons, nameof(neurons));
        return new(SpikingLayerKind.Dense, neurons, 0, 0);
    }

    /// <summary>
    /// A 2-D convolution with zero padding. Its input must be images, [height, width] or [channels, height, width].
    /// </summary>
    /// <param name="channels">The number of output channels, at least 1.</param>
    /// <param name="kernelSize">The kernel's height and width, odd and at least 1.</param>
    /// <param name="stride">
    /// The stride, at least 1; the output's height and width are the input's divided by it, rounded up.
    /// </param>
    /// <returns>The layer, without weights.</returns>
    public static SpikingLayer Convolution(int channels, int kernelSize = 5, int stride = 2)
    {
        OptionCheck.AtLeast(1, channels, nameof(channels));
        OptionCheck.Require(kernelSize >= 1 && kernelSize % 2 == 1, kernelSize, nameof(kernelSize),
            "kernelSize must be odd and at least 1.");
        OptionCheck.AtLeast(1, stride, nameof(stride));
        return new(SpikingLayerKind.Convolution, channels, kernelSize, stride);
    }

    /// <summary>A short description, such as "dense 100" or "convolution 16, 5x5, stride 2".</summary>
    public override string ToString() =>
        Kind == SpikingLayerKind.Dense ? $"dense {Neurons}"
        : $"convolution {Neurons}, {KernelSize}x{KernelSize}, stride {Stride}";
}
