using System.Collections.Immutable;
using SpikeML.Torch;

namespace SpikeML.Nir;

/// <summary>The nodes of a layer's weights, which are in torch's order.</summary>
internal static class NirWeightWriter
{
    public static NirAffine Affine(LayerGeometry geometry, ImmutableArray<float> weights, ImmutableArray<float> bias) => new()
    {
        Weight = NirArray.Of(weights.AsSpan(), [geometry.Layer.Neurons, geometry.FanIn]),
        Bias = NirArray.Of(bias.AsSpan()),
    };

    public static NirConv2d Convolution(LayerGeometry geometry, ImmutableArray<float> weights, ImmutableArray<float> bias)
    {
        int kernel = geometry.Layer.KernelSize;
        return new()
        {
            Weight = NirArray.Of(weights.AsSpan(), [geometry.Layer.Neurons, geometry.Input[0], kernel, kernel]),
            Bias = NirArray.Of(bias.AsSpan()),
            InputSize = (geometry.Input[1], geometry.Input[2]),
            Stride = geometry.Layer.Stride,
            Padding = geometry.Padding,
        };
    }

    /// <summary>Feedback to the entire layer.</summary>
    public static NirNode Feedback(LayerGeometry recurrent, SpikingLayerWeights weights) => recurrent.IsImage
        ? Convolution(recurrent, weights.RecurrentWeights, weights.RecurrentBias)
        : Affine(recurrent, weights.RecurrentWeights, weights.RecurrentBias);

    /// <summary>
    /// Feedback of each neuron to itself: a diagonal matrix, which snnTorch reads, or a product where that would be too large or
    /// the neurons are images.
    /// </summary>
    public static NirNode Feedback(NirNeuronShape neurons, NeuronConstant weight)
    {
        const int mostNeurons = 2048;
        if (neurons.Shape.Count > 1 || neurons.Shape.Size > mostNeurons)
            return new NirScale { Scale = neurons.Singles(weight) };
        int count = neurons.Shape.Size;
        float[] matrix = new float[count * count];
        double[] diagonal = neurons.Each(weight);
        for (int i = 0; i < count; i++)
            matrix[i * count + i] = (float)diagonal[i];
        return new NirLinear { Weight = NirArray.Of(matrix, [count, count]) };
    }
}
