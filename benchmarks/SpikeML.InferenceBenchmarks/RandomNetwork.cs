using SpikeML.Torch;

namespace SpikeML.InferenceBenchmarks;

/// <summary>Networks and spikes at random: what inference costs depends on their sizes and on how many neurons fire.</summary>
internal static class RandomNetwork
{
    public static TrainedNetwork Of(Random random, int inputs, int hidden, int outputs)
    {
        TrainedLayer[] layers = [Layer(random, inputs, hidden), Layer(random, hidden, outputs)];
        return new([inputs], [.. layers]);
    }

    public static SpikeTrain Spikes(Random random, int numSteps, int neurons, double share) => SpikeTrain.FromEvents(
        from step in Enumerable.Range(0, numSteps)
        from neuron in Enumerable.Range(0, neurons)
        where random.NextDouble() < share
        select new SpikeEvent(step, neuron, 1), numSteps, neurons);

    private static TrainedLayer Layer(Random random, int inputs, int neurons) => new()
    {
        Geometry = new LayerGeometry(SpikingLayer.Dense(neurons), [inputs]),
        InputChannelsLast = false,
        Weights = Numbers(random, inputs * neurons, 1 / Math.Sqrt(inputs)),
        Bias = Numbers(random, neurons, 1 / Math.Sqrt(inputs)),
        Neurons = new TrainedNeurons(NeuronModel.Leaky(0.95, reset: ResetMechanism.Subtract)),
    };

    private static float[] Numbers(Random random, int count, double bound) =>
        [.. Enumerable.Range(0, count).Select(_ => (float)((random.NextDouble() * 2 - 1) * bound))];
}
