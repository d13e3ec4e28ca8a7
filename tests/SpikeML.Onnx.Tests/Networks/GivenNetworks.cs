using System.Collections.Immutable;
using SpikeML.Torch;

namespace SpikeML.Onnx.Tests.Networks;

/// <summary>Layers with random weights, scaled so that a good part of the neurons fires.</summary>
internal static class GivenNetworks
{
    public static ImmutableArray<SpikingLayerWeights> Of(int[] inputShape, params SpikingLayer[] layers)
    {
        Random random = new(1);
        ImmutableArray<int> shape = [.. inputShape];
        List<SpikingLayerWeights> given = [];
        foreach (SpikingLayer layer in layers)
        {
            LayerGeometry geometry = LayerGeometry.Stack(shape, [layer])!.Value[0];
            given.Add(layer.HasNeurons ? Weighted(random, geometry) : new() { Layer = layer, Weights = [], Bias = [] });
            shape = geometry.Output;
        }
        return [.. given];
    }

    private static SpikingLayerWeights Weighted(Random random, LayerGeometry geometry)
    {
        SpikingLayer layer = geometry.Layer;
        bool feedsBack = layer.NeuronModel is { AllToAll: true };
        SpikingLayerWeights weights = new()
        {
            Layer = layer,
            Weights = Numbers(random, geometry.FanIn * layer.Neurons, 2 / Math.Sqrt(geometry.FanIn)),
            Bias = Numbers(random, layer.Neurons, 0.1),
            RecurrentWeights = feedsBack ? Numbers(random, geometry.Recurrent.FanIn * layer.Neurons,
                1 / Math.Sqrt(geometry.Recurrent.FanIn)) : [],
            RecurrentBias = feedsBack ? Numbers(random, layer.Neurons, 0.05) : [],
        };
        if (layer.BatchNormalizationThroughTime)
            weights = weights with
            {
                StepScales = [.. Numbers(random, NetworkData.NumSteps * layer.Neurons, 0.5).Select(number => 1 + number)],
                StepBiases = Numbers(random, NetworkData.NumSteps * layer.Neurons, 0.2),
            };
        return layer.NeuronModel is null ? weights with { Beta = 0.9, Threshold = 0.8 } : weights;
    }

    private static ImmutableArray<float> Numbers(Random random, int count, double bound) =>
        [.. Enumerable.Range(0, count).Select(_ => (float)((random.NextDouble() * 2 - 1) * bound))];
}
