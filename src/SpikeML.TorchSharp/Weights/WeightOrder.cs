using System.Collections.Immutable;

namespace SpikeML.Torch;

/// <summary>Converts weights between torch's order and that of <see cref="TrainedLayer"/>.</summary>
internal static class WeightOrder
{
    public static float[] FromTorch(LayerGeometry geometry, bool inputChannelsLast, ImmutableArray<float> given)
    {
        float[] weights = new float[given.Length];
        int next = 0;
        foreach (int place in Places(geometry, inputChannelsLast))
            weights[place] = given[next++];
        return weights;
    }

    public static ImmutableArray<float> ToTorch(LayerGeometry geometry, bool inputChannelsLast, float[] weights) =>
        weights.Length == 0 ? [] : [.. Places(geometry, inputChannelsLast).Select(place => weights[place])];

    /// <summary>The position of each weight, in torch's order, in a layer for prediction.</summary>
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
