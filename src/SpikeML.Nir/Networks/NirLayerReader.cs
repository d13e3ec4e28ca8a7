using System.Collections.Immutable;
using SpikeML.Torch;

namespace SpikeML.Nir;

/// <summary>The layers of a chain, with weights in torch's order.</summary>
internal sealed class NirLayerReader(NirChain chain, double timeStep)
{
    private readonly List<SpikingLayerWeights> _layers = [];
    private SpikingLayerWeights? _open;

    /// <summary>Reads the layers.</summary>
    /// <exception cref="NotTrainableException">The trainers have no such layer.</exception>
    public IReadOnlyList<SpikingLayerWeights> Read()
    {
        for (int i = 0; i < chain.Nodes.Count; i++)
        {
            (string name, NirNode node) = chain.Nodes[i];
            if (node is NirSumPool2d or NirAvgPool2d)
                i += Pooling(name, (NirPool2d)node, i + 1 < chain.Nodes.Count ? chain.Nodes[i + 1].Node : null);
            else if (node is NirNeurons neurons)
                i += Neurons(i, neurons, [.. chain.Nodes.Skip(i + 1).Select(each => each.Node).TakeWhile(each =>
                    each is NirThreshold or NirScale)]);
            else if (node is not NirFlatten)
            {
                _open = _open is null ? Weights(name, node)
                    : throw new NotTrainableException($"'{name}' has no neurons before it");
            }
        }
        return _open is null ? _layers : throw new NotTrainableException("the last weights have no neurons behind them");
    }

    private int Neurons(int at, NirNeurons neurons, NirNode[] tail)
    {
        string name = chain.Nodes[at].Name;
        if (_open is null)
            throw new NotTrainableException($"'{name}' ({neurons.Type}) has no weights before it");
        (string from, NirNode back) = chain.Feedback.GetValueOrDefault(name);
        string last = chain.Nodes[at + tail.Length].Name;
        if (back is not null && from != last)
            throw new NotTrainableException($"the feedback to '{name}' does not begin at its spikes");
        NirNeuronReader read = NirNeuronReader.Of(name, neurons, tail, back, timeStep);
        NirFeedbackReader feedback = NirFeedbackReader.Of(name, read.Model, back, _open.Layer, read.Gain);
        SpikingLayer layer = _open.Layer with
        {
            NeuronModel = feedback.Model,
            SpikesColumnName = neurons.Metadata.GetValueOrDefault(NirKeys.Spikes) as string,
            MembraneColumnName = neurons.Metadata.GetValueOrDefault(NirKeys.Membrane) as string,
        };
        int fanIn = _open.Weights.Length / _open.Bias.Length;
        _layers.Add(new()
        {
            Layer = layer,
            Weights = Scaled(_open.Weights, read.Gain, fanIn),
            Bias = [.. Scaled(_open.Bias, read.Gain, 1).Select((bias, i) => bias + At(read.Offset, i))],
            RecurrentWeights = feedback.Weights,
            RecurrentBias = feedback.Bias,
        });
        _open = null;
        return tail.Length;
    }

    private int Pooling(string name, NirPool2d pool, NirNode? next)
    {
        int size = pool.KernelSize.Height;
        if (pool.KernelSize != size || pool.Stride != size || pool.Padding != 0)
            throw new NotTrainableException($"'{name}' has windows that are not square, or that overlap");
        bool isLargest = pool is NirSumPool2d && next is NirThreshold { Threshold: { } threshold }
            && threshold.IndexOf(value => value != 0.5) < 0;
        if (pool is NirSumPool2d && !isLargest)
            throw new NotTrainableException($"'{name}' sums its windows; the trainers have means and largest values");
        _layers.Add(new()
        {
            Layer = isLargest ? SpikingLayer.MaxPooling(size) : SpikingLayer.AveragePooling(size),
            Weights = [],
            Bias = [],
        });
        return isLargest ? 1 : 0;
    }

    private static SpikingLayerWeights Weights(string name, NirNode node) => node switch
    {
        NirAffine affine => Of(SpikingLayer.Dense(affine.Weight.Shape[0]), affine.Weight, affine.Bias),
        NirLinear linear => Of(SpikingLayer.Dense(linear.Weight.Shape[0]), linear.Weight, null),
        NirConv2d conv => Of(Convolution(name, conv), conv.Weight, conv.Bias),
        _ => throw new NotTrainableException($"'{name}' is a {node.Type} node"),
    };

    /// <summary>A convolution of the trainers.</summary>
    public static SpikingLayer Convolution(string name, NirConv2d conv)
    {
        int size = conv.Weight.Shape[2], stride = conv.Stride.Height;
        bool isPadded = conv.Padding == NirPadding.Zeros(size / 2) || conv.Padding.Kind == NirPaddingKind.Same;
        return size == conv.Weight.Shape[3] && size % 2 == 1 && conv.Stride == stride && isPadded && conv.Dilation == 1
            && conv.Groups == 1 ? SpikingLayer.Convolution(conv.Weight.Shape[0], size, stride)
            : throw new NotTrainableException($"'{name}' is a convolution that the trainers do not have: they have odd, square "
                + "kernels, padded by half");
    }

    private static SpikingLayerWeights Of(SpikingLayer layer, NirArray weight, NirArray? bias) => new()
    {
        Layer = layer,
        Weights = [.. weight.ToSingles()],
        Bias = [.. bias?.ToSingles() ?? new float[layer.Neurons]],
    };

    /// <summary>The weights of each neuron times its gain.</summary>
    public static ImmutableArray<float> Scaled(ImmutableArray<float> weights, float[] gain, int fanIn) =>
        gain is [1f] ? weights : [.. weights.Select((weight, i) => weight * At(gain, i / fanIn))];

    private static float At(float[] values, int i) => values[values.Length == 1 ? 0 : i];
}
