using System.Collections.Immutable;
using System.Globalization;

namespace SpikeML.Torch;

/// <summary>A layer and the shape of its input.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Input">The shape of its input: [neurons], or [channels, height, width] for images.</param>
internal sealed record LayerGeometry(SpikingLayer Layer, ImmutableArray<int> Input)
{
    public int InputCount => Dimensions.Count(Input);

    public int Padding => Layer.KernelSize / 2;

    /// <summary>The shape of the layer's values: [neurons] or [channels, height, width].</summary>
    public ImmutableArray<int> Output => Layer.Kind switch
    {
        SpikingLayerKind.Dense => [Layer.Neurons],
        SpikingLayerKind.Convolution => [Layer.Neurons, Strided(Input[1]), Strided(Input[2])],
        SpikingLayerKind.Dropout => Input,
        _ => [Input[0], Input[1] / Layer.KernelSize, Input[2] / Layer.KernelSize],
    };

    public int OutputCount => Dimensions.Count(Output);

    /// <summary>Whether the layer's values are images: [channels, height, width].</summary>
    public bool IsImage => Output.Length == 3;

    /// <summary>The number of weights into each neuron or channel.</summary>
    public int FanIn => Layer.Kind == SpikingLayerKind.Dense
        ? InputCount : checked(Input[0] * Layer.KernelSize * Layer.KernelSize);

    /// <summary>
    /// The shape of the weights in training: [inputs, neurons], with the weights of an input contiguous, or [channels, inputs,
    /// height, width].
    /// </summary>
    public long[] WeightShape => Layer.Kind == SpikingLayerKind.Dense
        ? [InputCount, Layer.Neurons]
        : [Layer.Neurons, Input[0], Layer.KernelSize, Layer.KernelSize];

    /// <summary>The connections from the layer to itself, with the kernel of a convolution.</summary>
    public LayerGeometry Recurrent => new(Layer.Kind == SpikingLayerKind.Dense ? SpikingLayer.Dense(Layer.Neurons)
        : SpikingLayer.Convolution(Layer.Neurons, Layer.KernelSize, stride: 1), Output);

    /// <summary>
    /// Computes the shapes of all layers for an input shape; the last layer is the output. Returns null if the input of a
    /// convolution or of pooling is not an image.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// An image is smaller than the window of pooling, or a layer has more weights or neurons than an array can hold.
    /// </exception>
    public static ImmutableArray<LayerGeometry>? Stack(ImmutableArray<int> inputShape, IEnumerable<SpikingLayer> layers,
        int outputs, NeuronModel? outputModel = null) =>
        Stack(inputShape, layers.Append(SpikingLayer.Dense(outputs, outputModel)));

    /// <summary>The same, where the last of the layers is the output.</summary>
    public static ImmutableArray<LayerGeometry>? Stack(ImmutableArray<int> inputShape, IEnumerable<SpikingLayer> layers)
    {
        List<LayerGeometry> stack = [];
        ImmutableArray<int> shape = inputShape;
        foreach (SpikingLayer layer in layers)
        {
            if (layer.NeedsImage && shape.Length == 2)
                shape = shape.Insert(0, 1);
            if (layer.NeedsImage && shape.Length != 3)
                return null;
            stack.Add(new LayerGeometry(layer, shape));
            CheckSize(stack[^1], stack.Count);
            shape = stack[^1].Output;
            if (shape.Contains(0))
                throw new ArgumentException($"Layer {stack.Count} ({layer}) needs images of at least {layer.KernelSize} x "
                    + $"{layer.KernelSize}, got {stack[^1].Input[1]} x {stack[^1].Input[2]}.", nameof(layers));
        }
        return [.. stack];
    }

    private static void CheckSize(LayerGeometry geometry, int number)
    {
        SpikingLayer layer = geometry.Layer;
        if (!layer.HasNeurons)
            return;
        bool isDense = layer.Kind == SpikingLayerKind.Dense;
        double window = isDense ? 1 : (double)layer.KernelSize * layer.KernelSize, neurons = layer.Neurons;
        double inputs = isDense ? geometry.InputCount : geometry.Input[0];
        if (layer.NeuronModel is { AllToAll: true })
            inputs = Math.Max(inputs, neurons);
        double weights = neurons * inputs * window, values = geometry.Output.Aggregate(1.0, (product, size) => product * size);
        if (Math.Max(weights, values) > Array.MaxLength)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"Layer {number} ({layer}) would have {weights:N0} weights and {values:N0} neurons: use fewer, at most "
                    + $"{Array.MaxLength:N0} of each."));
    }

    private int Strided(int size) => (size - 1) / Layer.Stride + 1;
}
