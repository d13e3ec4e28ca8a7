using Microsoft.ML;
using SpikeML.Torch;

namespace SpikeML.Nir.Tests.Networks;

/// <summary>Networks with drawn weights, which fire at a rate between those of silence and of every step.</summary>
internal static class ExampleNetworks
{
    public static int[] InputShape => [2, 8, 8];

    /// <summary>A dense network of two layers of 20 and 4 neurons of a model.</summary>
    public static SpikingNetworkTransformer Dense(NeuronModel hidden, NeuronModel? output = null, SpikingScore? score = null) =>
        Create([Layer(SpikingLayer.Dense(20, hidden), 128), Layer(SpikingLayer.Dense(4, output ?? Zero()), 20)], score);

    /// <summary>A convolution with one constant for each channel, pooling and a dense layer behind images.</summary>
    public static SpikingNetworkTransformer Images(SpikingLayer? pooling = null, NeuronModel? model = null) => Create(
    [
        Layer(SpikingLayer.Convolution(6, 3, 1, model ?? Zero(new[] { 0.5f, 0.6f, 0.7f, 0.8f, 0.9f, 1 })), 18),
        new() { Layer = pooling ?? SpikingLayer.AveragePooling(), Weights = [], Bias = [] },
        Layer(SpikingLayer.Convolution(5, 5, 2, Zero()), 150),
        Layer(SpikingLayer.Dense(4, Zero()), 20),
    ]);

    public static NeuronModel Zero(NeuronConstant? beta = null) =>
        NeuronModel.Leaky(beta ?? 0.83, threshold: 0.9, reset: ResetMechanism.Zero);

    public static SpikingNetworkTransformer Create(IReadOnlyList<SpikingLayerWeights> layers, SpikingScore? score = null) =>
        new MLContext(0).MulticlassClassification.CreateSpikingNetwork(InputShape, layers, "Events", new()
        {
            Score = score ?? SpikingScore.SpikeCount,
            ClassNames = ["one", "two", "three", "four"],
        });

    public static SpikingLayerWeights Layer(SpikingLayer layer, int fanIn)
    {
        Random random = new(layer.Neurons * fanIn);
        bool feedsBack = layer.NeuronModel is { AllToAll: true };
        int backwards = layer.Neurons * layer.Neurons * Math.Max(1, layer.KernelSize * layer.KernelSize);
        return new()
        {
            Layer = layer,
            Weights = [.. Draw(random, layer.Neurons * fanIn, 3 / Math.Sqrt(fanIn))],
            Bias = [.. Draw(random, layer.Neurons, 0.3)],
            RecurrentWeights = feedsBack ? [.. Draw(random, backwards, 0.2)] : [],
            RecurrentBias = feedsBack ? [.. Draw(random, layer.Neurons, 0.1)] : [],
        };
    }

    /// <summary>Spike trains of 20 steps, a fifth of them spikes.</summary>
    public static IEnumerable<SpikeTrain> Trains(int count)
    {
        Random random = new(3);
        for (int i = 0; i < count; i++)
        {
            float[] dense = new float[20 * 128];
            for (int slot = 0; slot < dense.Length; slot++)
                dense[slot] = random.NextDouble() < 0.2 ? 1 : 0;
            yield return SpikeTrain.FromDense(dense, 20, [2, 8, 8]);
        }
    }

    private static IEnumerable<float> Draw(Random random, int count, double bound) =>
        Enumerable.Range(0, count).Select(_ => (float)((random.NextDouble() * 2 - 1) * bound));
}
