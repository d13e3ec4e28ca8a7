namespace SpikeML.Torch;

/// <summary>A hidden layer of a spiking network: weights, then leaky integrate-and-fire neurons.</summary>
public sealed record SpikingLayer
{
    internal SpikingLayer(SpikingLayerKind kind, int neurons, int kernelSize, int stride) =>
        (Kind, Neurons, KernelSize, Stride) = (kind, neurons, kernelSize, stride);

    /// <summary>How the layer is connected.</summary>
    public SpikingLayerKind Kind { get; }

    /// <summary>The neurons of a dense layer; the channels of a convolution.</summary>
    public int Neurons { get; }

    /// <summary>The height and width of a convolution's kernel; 0 for a dense layer.</summary>
    public int KernelSize { get; }

    /// <summary>A convolution's stride; 0 for a dense layer.</summary>
    public int Stride { get; }

    /// <summary>Neurons that are each connected to all of the layer before.</summary>
    /// <param name="neurons">Their number, at least 1.</param>
    public static SpikingLayer Dense(int neurons)
    {
        OptionCheck.AtLeast(1, neurons, nameof(neurons));
        return new(SpikingLayerKind.Dense, neurons, 0, 0);
    }

    /// <summary>
    /// A 2-D convolution with the border padded by zeros; the layers before it must be images, [height, width] or
    /// [channels, height, width].
    /// </summary>
    /// <param name="channels">The channels of its output, at least 1.</param>
    /// <param name="kernelSize">The kernel's height and width, odd and at least 1.</param>
    /// <param name="stride">The stride, at least 1: the output has the input's height and width divided by it, rounded
    /// up.</param>
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
