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
        Require(inputShape.Length > 0 && inputShape.All(size => size > 0),
            $"The dimensions of the input shape must be at least 1, got [{string.Join(", ", inputShape)}].");
        Require(layers.Count > 0 && layers.All(layer => layer?.Layer is not null),
            "There must be at least one layer, and none null.");
        Require(layers[^1].Layer.Kind == SpikingLayerKind.Dense,
            $"The output neurons must be a dense layer, got {layers[^1].Layer}.");
        ImmutableArray<LayerGeometry> stack = LayerGeometry.Stack(inputShape, layers.SkipLast(1).Select(layer => layer.Layer),
            layers[^1].Layer.Neurons) ?? throw new ArgumentException("A convolution needs an image before it: an input shape of "
                + $"[height, width] or [channels, height, width], got [{string.Join(", ", inputShape)}].", nameof(layers));
        return new(inputShape, [.. stack.Select((geometry, i) => ToLayer(geometry, i, layers, FollowsConvolution(stack, i)))]);
    }

    /// <summary>The layers of a network.</summary>
    public static IReadOnlyList<SpikingLayerWeights> Of(TrainedNetwork network) => [.. network.Layers.Select(layer =>
        new SpikingLayerWeights
        {
            Layer = layer.Geometry.Layer,
            Weights = [.. Places(layer.Geometry, layer.InputChannelsLast).Select(place => layer.Weights[place])],
            Bias = [.. layer.Bias],
            Beta = layer.Beta,
            Threshold = layer.Threshold,
            Reset = layer.Reset,
        })];

    private static bool FollowsConvolution(ImmutableArray<LayerGeometry> stack, int index) =>
        index > 0 && stack[index - 1].Layer.Kind == SpikingLayerKind.Convolution;

    private static TrainedLayer ToLayer(LayerGeometry geometry, int index, IReadOnlyList<SpikingLayerWeights> layers,
        bool followsConvolution)
    {
        SpikingLayerWeights given = layers[index];
        Check(geometry, $"Layer {index + 1} ({given.Layer})", given);
        float[] weights = new float[given.Weights.Length];
        int next = 0;
        foreach (int place in Places(geometry, followsConvolution))
            weights[place] = given.Weights[next++];
        return new()
        {
            Geometry = geometry,
            InputChannelsLast = followsConvolution,
            Weights = weights,
            Bias = [.. given.Bias],
            Beta = (float)given.Beta,
            Threshold = (float)given.Threshold,
            Reset = given.Reset,
        };
    }

    private static void Check(LayerGeometry geometry, string name, SpikingLayerWeights given)
    {
        long weights = (long)geometry.FanIn * given.Layer.Neurons;
        Require(Length(given.Weights) == weights, $"{name} needs {weights} weights, {geometry.FanIn} for each of its "
            + $"{given.Layer.Neurons}, got {Length(given.Weights)}.");
        Require(Length(given.Bias) == given.Layer.Neurons,
            $"{name} needs {given.Layer.Neurons} biases, got {Length(given.Bias)}.");
        Require(given.Weights.All(float.IsFinite) && given.Bias.All(float.IsFinite),
            $"{name} has weights that are not finite numbers.");
        Require(given.Beta is >= 0 and <= 1, $"{name}: Beta must be 0 to 1, got {given.Beta}.");
        Require(float.IsFinite((float)given.Threshold), $"{name}: Threshold must be a finite number, got {given.Threshold}.");
        Require(Enum.IsDefined(given.Reset), $"{name}: Reset must be one of the reset mechanisms, got {given.Reset}.");
    }

    private static int Length(ImmutableArray<float> values) => values.IsDefault ? 0 : values.Length;

    private static void Require(bool isValid, string message)
    {
        if (!isValid)
            throw new ArgumentException(message);
    }

    /// <summary>The position of each weight, in torch's order, in a layer for prediction (<see cref="TrainedLayer"/>).</summary>
    private static IEnumerable<int> Places(LayerGeometry geometry, bool inputChannelsLast)
    {
        int neurons = geometry.Layer.Neurons, fanIn = geometry.FanIn;
        for (int neuron = 0; neuron < neurons; neuron++)
        {
            for (int input = 0; input < fanIn; input++)
                yield return Place(geometry, inputChannelsLast, input) * neurons + neuron;
        }
    }

    private static int Place(LayerGeometry geometry, bool inputChannelsLast, int input)
    {
        if (geometry.Layer.Kind == SpikingLayerKind.Convolution || !inputChannelsLast)
            return input;
        int channels = geometry.Input[0], places = geometry.InputCount / channels;
        return input % places * channels + input / places;
    }
}
