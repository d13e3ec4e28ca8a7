using System.Collections.Immutable;

namespace SpikeML.Torch;

/// <summary>A layer and the shape of its input.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Input">The shape of its input: [neurons], or [channels, height, width] for a convolution.</param>
internal sealed record LayerGeometry(SpikingLayer Layer, ImmutableArray<int> Input)
{
    public int InputCount => Dimensions.Count(Input);

    public int Padding => Layer.KernelSize / 2;

    /// <summary>The shape of the layer's own neurons: [neurons] or [channels, height, width].</summary>
    public ImmutableArray<int> Output =>
        Layer.Kind == SpikingLayerKind.Dense ? [Layer.Neurons] : [Layer.Neurons, Strided(Input[1]), Strided(Input[2])];

    public int OutputCount => Dimensions.Count(Output);

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

    /// <summary>
    /// Computes the shapes of all layers for an input shape; the last layer is the output. Returns null if a convolution's input
    /// is not an image.
    /// </summary>
    public static ImmutableArray<LayerGeometry>? Stack(ImmutableArray<int> inputShape, IEnumerable<SpikingLayer> layers,
        int outputs)
    {
        List<LayerGeometry> stack = [];
        ImmutableArray<int> shape = inputShape;
        foreach (SpikingLayer layer in layers.Append(SpikingLayer.Dense(outputs)))
        {
            if (layer.Kind == SpikingLayerKind.Convolution && shape.Length == 2)
                shape = shape.Insert(0, 1);
            if (layer.Kind == SpikingLayerKind.Convolution && shape.Length != 3)
                return null;
            stack.Add(new LayerGeometry(layer, shape));
            shape = stack[^1].Output;
        }
        return [.. stack];
    }

    private int Strided(int size) => (size - 1) / Layer.Stride + 1;
}
