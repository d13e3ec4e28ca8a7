using System.Collections.Immutable;

namespace SpikeML.Torch;

/// <summary>A layer and the shape of what it gets.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Input">The neurons before it: [neurons], or [channels, height, width] before a convolution.</param>
internal sealed record LayerGeometry(SpikingLayer Layer, ImmutableArray<int> Input)
{
    public int InputCount => Dimensions.Count(Input);

    public int Padding => Layer.KernelSize / 2;

    /// <summary>The layer's own neurons: [neurons] or [channels, height, width].</summary>
    public ImmutableArray<int> Output =>
        Layer.Kind == SpikingLayerKind.Dense ? [Layer.Neurons] : [Layer.Neurons, Strided(Input[1]), Strided(Input[2])];

    public int OutputCount => Dimensions.Count(Output);

    /// <summary>The numbers of weights into each neuron, or each channel.</summary>
    public int FanIn => Layer.Kind == SpikingLayerKind.Dense
        ? InputCount : checked(Input[0] * Layer.KernelSize * Layer.KernelSize);

    /// <summary>
    /// The weights' shape in training: [inputs, neurons], so that an input's weights lie together, or [channels, inputs, height,
    /// width].
    /// </summary>
    public long[] WeightShape => Layer.Kind == SpikingLayerKind.Dense
        ? [InputCount, Layer.Neurons]
        : [Layer.Neurons, Input[0], Layer.KernelSize, Layer.KernelSize];

    /// <summary>
    /// Lays out the layers over an input's shape, the last being the output neurons; null where a convolution gets no image.
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
