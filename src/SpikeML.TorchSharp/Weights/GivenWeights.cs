using System.Collections.Immutable;

namespace SpikeML.Torch;

/// <summary>Converts layers between the public form and the form used for prediction.</summary>
internal static class GivenWeights
{
    /// <summary>The network of given layers.</summary>
    /// <exception cref="ArgumentException">
    /// The layers do not match each other or the input, or a value is out of range.
    /// </exception>
    public static TrainedNetwork ToNetwork(ImmutableArray<int> inputShape, IReadOnlyList<SpikingLayerWeights> layers)
    {
        GivenCheck.Require(inputShape.Length > 0 && inputShape.All(size => size > 0),
            $"The dimensions of the input shape must be at least 1, got [{string.Join(", ", inputShape)}].");
        GivenCheck.Require(layers.Count > 0 && layers.All(layer => layer?.Layer is not null),
            "There must be at least one layer, and none null.");
        GivenCheck.Require(layers[^1].Layer.Kind == SpikingLayerKind.Dense,
            $"The output neurons must be a dense layer, got {layers[^1].Layer}.");
        ImmutableArray<LayerGeometry> stack = LayerGeometry.Stack(inputShape, layers.Select(layer => layer.Layer))
            ?? throw new ArgumentException("A convolution needs an image before it, as does pooling: an input shape of "
                + $"[height, width] or [channels, height, width], got [{string.Join(", ", inputShape)}].", nameof(layers));
        List<TrainedLayer> trained = [];
        for (int i = 0; i < stack.Length; i++)
        {
            string name = $"Layer {i + 1} ({layers[i].Layer})";
            GivenCheck.Layer(stack[i], name, layers[i]);
            // Dropout does nothing in predictions.
            if (layers[i].Layer.Kind != SpikingLayerKind.Dropout)
                trained.Add(ToLayer(stack[i], name, layers[i], trained.Count > 0 && trained[^1].Geometry.IsImage));
        }
        TrainedNetwork network = new(inputShape, [.. trained]);
        if (trained.Find(layer => layer.StepScaling is { } steps && steps.NumSteps != network.NumSteps) is { } other)
            throw new ArgumentException($"A layer ({other.Geometry.Layer}) has StepScales for "
                + $"{Counted.Of(other.StepScaling!.NumSteps, "step")}, but one before it has them for {network.NumSteps}.",
                nameof(layers));
        return network;
    }

    /// <summary>The layers of a network.</summary>
    public static IReadOnlyList<SpikingLayerWeights> Of(TrainedNetwork network) => [.. network.Layers.Select(Of)];

    private static SpikingLayerWeights Of(TrainedLayer layer)
    {
        SpikingLayerWeights weights = new()
        {
            Layer = layer.Geometry.Layer,
            Weights = WeightOrder.ToTorch(layer.Geometry, layer.InputChannelsLast, layer.Weights),
            Bias = [.. layer.Bias],
            StepScales = [.. layer.StepScaling?.Scales ?? []],
            StepBiases = [.. layer.StepScaling?.Biases ?? []],
        };
        if (layer.Neurons is not TrainedNeurons neurons)
            return weights;
        if (neurons.IsPlain)
            return weights with
            {
                Beta = neurons.Single(NeuronNames.Beta),
                Threshold = neurons.Single(NeuronNames.Threshold),
                Reset = neurons.Reset,
            };
        return neurons.Recurrent is not TrainedLayer recurrent ? weights : weights with
        {
            RecurrentWeights = WeightOrder.ToTorch(recurrent.Geometry, inputChannelsLast: false, recurrent.Weights),
            RecurrentBias = [.. recurrent.Bias],
        };
    }

    private static TrainedLayer ToLayer(LayerGeometry geometry, string name, SpikingLayerWeights given, bool inputChannelsLast)
    {
        if (!geometry.Layer.HasNeurons)
            return TrainedLayers.Pooling(geometry, inputChannelsLast);
        NeuronModel model = GivenCheck.ModelOf(name, given);
        (float[], float[])? recurrent = model.AllToAll
            ? (WeightOrder.FromTorch(geometry.Recurrent, inputChannelsLast: false, given.RecurrentWeights),
                [.. given.RecurrentBias])
            : null;
        return TrainedLayers.WithNeurons(geometry, inputChannelsLast,
            WeightOrder.FromTorch(geometry, inputChannelsLast, given.Weights), [.. given.Bias], model, recurrent,
            given.StepScales.IsDefaultOrEmpty ? null
                : new(given.StepScales.Length / given.Layer.Neurons, [.. given.StepScales], [.. given.StepBiases]));
    }
}
