using SpikeML.Torch;

namespace SpikeML.Nir;

/// <summary>The graph of a trained network: a chain of nodes, with a graph in it for each layer with feedback.</summary>
internal sealed class NirNetworkWriter
{
    private readonly SpikingNetworkTransformer _network;
    private readonly NirOptions _options;
    private readonly OrderedDictionary<string, NirNode> _nodes = [];
    private readonly List<NirEdge> _edges = [];
    private string _last = "";

    private NirNetworkWriter(SpikingNetworkTransformer network, NirOptions options) =>
        (_network, _options) = (network, options);

    /// <summary>Makes the graph.</summary>
    /// <exception cref="NotSupportedException">
    /// NIR cannot say what a layer does; the message names it, with the remedy.
    /// </exception>
    public static NirGraph Graph(SpikingNetworkTransformer network, NirOptions options) =>
        new NirNetworkWriter(network, options).Graph();

    private NirGraph Graph()
    {
        IReadOnlyList<TrainedLayer> layers = _network.Network.Layers;
        IReadOnlyList<SpikingLayerWeights> weights = _network.Layers;
        // A dense layer takes in images row by row, so its input is flat; other tools then need no node that flattens.
        LayerGeometry first = layers[0].Geometry;
        Add("input", new NirInput
        {
            Shape = first.Layer.NeedsImage ? NirShape.Create([.. first.Input]) : [first.InputCount],
        });
        for (int i = 0; i < layers.Count; i++)
            Layer(layers[i], weights[i], i);
        Add("output", new NirOutput { Shape = [_network.Network.OutputCount] });
        return new NirGraph(_nodes, _edges) { Metadata = NirNetworkMetadata.Of(_network, _options) };
    }

    private void Layer(TrainedLayer layer, SpikingLayerWeights weights, int index)
    {
        int number = index + 1;
        LayerGeometry geometry = layer.Geometry;
        if (layer.Neurons is not { } neurons)
        {
            Pooling(geometry, number, index);
            return;
        }
        if (layer.StepScaling is not null)
            throw Refused(geometry, number, "has a scale for each step, for which NIR has no node. Train it with "
                + "BatchNormalization, which becomes part of the weights");
        if (geometry.Layer.Kind == SpikingLayerKind.Convolution)
            Add($"conv{number}", NirWeightWriter.Convolution(geometry, weights.Weights, weights.Bias));
        else
        {
            if (index > 0 && geometry.Input.Length > 1)
                Add($"flatten{number}", new NirFlatten { InputShape = NirShape.Create([.. geometry.Input]) });
            Add($"affine{number}", NirWeightWriter.Affine(geometry, weights.Weights, weights.Bias));
        }
        NeuronModel model = neurons.Model;
        string? fault = NirNeuronWriter.Impossible(model)
            ?? (_options.Reset == NirReset.Exact ? NirNeuronWriter.Inexact(model) : null);
        if (fault is not null)
            throw Refused(geometry, number, fault);
        Neurons(model, new(NirShape.Create([.. geometry.Output])), neurons.Recurrent is null ? null : weights, layer, number);
    }

    private void Neurons(NeuronModel model, NirNeuronShape shape, SpikingLayerWeights? feedback, TrainedLayer layer, int number)
    {
        bool feedsBack = feedback is not null || model.Constants.ContainsKey(NeuronNames.Feedback);
        bool isMembraneRead = layer == _network.Network.Layers[^1]
            && _network.Output.Score is SpikingScore.MeanMembrane or SpikingScore.LargestMembrane;
        (string Name, NirNode Node)[] chain =
            [.. NirNeuronWriter.Chain(model, shape, _options.TimeStep, fires: feedsBack || !isMembraneRead)];
        chain[0].Node = chain[0].Node with { Metadata = NirNetworkMetadata.Of(model, layer.Geometry.Layer) };
        if (!feedsBack)
        {
            foreach ((string name, NirNode node) in chain)
                Add($"{name}{number}", node);
            return;
        }
        Add($"recurrent{number}", Nested(shape.Shape, chain, feedback is not null
            ? NirWeightWriter.Feedback(layer.Geometry.Recurrent, feedback)
            : NirWeightWriter.Feedback(shape, model.Constants[NeuronNames.Feedback])));
    }

    /// <summary>The form that snnTorch writes and reads: an input, neurons, their feedback and an output.</summary>
    private static NirGraph Nested(NirShape shape, IReadOnlyList<(string Name, NirNode Node)> chain, NirNode back)
    {
        OrderedDictionary<string, NirNode> nodes = new() { ["input"] = new NirInput { Shape = shape } };
        List<NirEdge> edges = [];
        string last = "input";
        foreach ((string name, NirNode node) in chain)
        {
            nodes.Add(name, node);
            edges.Add(new(last, name));
            last = name;
        }
        nodes.Add("w_rec", back);
        nodes.Add("output", new NirOutput { Shape = shape });
        return new(nodes, [.. edges, new(last, "w_rec"), new("w_rec", "lif"), new(last, "output")]);
    }

    private void Pooling(LayerGeometry geometry, int number, int index)
    {
        int size = geometry.Layer.KernelSize;
        if (geometry.Layer.Kind == SpikingLayerKind.AveragePooling)
        {
            Add($"pool{number}", new NirAvgPool2d { KernelSize = size, Stride = size });
            return;
        }
        // The largest of spikes of 0 and 1 is 1 if there is any.
        if (index == 0 || _network.Network.Layers[index - 1].Neurons?.Model is not { } before
            || before.Constants.ContainsKey(NeuronNames.Factor))
        {
            throw Refused(geometry, number, "takes the largest of values other than 0 and 1, for which NIR has no node. "
                + "Use average pooling");
        }
        NirShape shape = NirShape.Create([.. geometry.Output]);
        Add($"pool{number}", new NirSumPool2d { KernelSize = size, Stride = size });
        Add($"threshold{number}", new NirThreshold { Threshold = NirArray.Filled(0.5f, shape) });
    }

    private static NotSupportedException Refused(LayerGeometry geometry, int number, string fault) =>
        new($"Layer {number} ({geometry.Layer}) {fault}.");

    private void Add(string name, NirNode node)
    {
        _nodes.Add(name, node);
        if (_last.Length > 0)
            _edges.Add(new(_last, name));
        _last = name;
    }
}
