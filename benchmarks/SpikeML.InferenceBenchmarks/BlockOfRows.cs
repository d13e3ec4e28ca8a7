using System.Numerics;
using SpikeML.Torch;

namespace SpikeML.InferenceBenchmarks;

/// <summary>
/// A dense network on up to 32 rows at once: a neuron's weights are read once for all the rows in which it spikes. Each row's
/// sums keep their
/// order, and so every bit.
/// </summary>
internal sealed class BlockOfRows(TrainedNetwork network, int size)
{
    private readonly float[][] _membranes = [.. network.Layers.Select(layer => new float[size * layer.Geometry.OutputCount])];
    private readonly float[][] _currents = [.. network.Layers.Select(layer => new float[size * layer.Geometry.OutputCount])];
    private readonly uint[][] _rowsOfNeurons = [.. network.Layers.Select(layer => new uint[layer.Geometry.InputCount])];

    /// <summary>The output membranes of every row and step.</summary>
    public float[] Run(SpikeTrain[] trains)
    {
        float[] membranes = new float[trains.Length * trains[0].NumSteps * network.OutputCount];
        for (int first = 0; first < trains.Length; first += size)
            Run(trains.AsSpan(first, Math.Min(size, trains.Length - first)),
                membranes.AsSpan(first * trains[0].NumSteps * network.OutputCount));
        return membranes;
    }

    private void Run(ReadOnlySpan<SpikeTrain> trains, Span<float> output)
    {
        int numSteps = trains[0].NumSteps, outputs = network.OutputCount;
        Span<int> next = stackalloc int[trains.Length];
        next.Clear();
        foreach (float[] membranes in _membranes)
            Array.Clear(membranes);
        for (int step = 0; step < numSteps; step++)
        {
            for (int row = 0; row < trains.Length; row++)
            {
                ReadOnlySpan<SpikeEvent> spikes = trains[row].AsSpan();
                for (; next[row] < spikes.Length && spikes[next[row]].Step == step; next[row]++)
                    _rowsOfNeurons[0][spikes[next[row]].Neuron] |= 1u << row;
            }
            for (int layer = 0; layer < network.Layers.Length; layer++)
                Advance(layer, trains.Length);
            for (int row = 0; row < trains.Length; row++)
                _membranes[^1].AsSpan(row * outputs, outputs).CopyTo(output[((row * numSteps + step) * outputs)..]);
        }
    }

    private void Advance(int index, int rows)
    {
        TrainedLayer layer = network.Layers[index];
        int neurons = layer.Geometry.OutputCount;
        Span<float> currents = _currents[index].AsSpan(0, rows * neurons),
            membranes = _membranes[index].AsSpan(0, rows * neurons);
        layer.Begin(currents);
        uint[] rowsOfNeurons = _rowsOfNeurons[index];
        for (int neuron = 0; neuron < rowsOfNeurons.Length; neuron++)
        {
            for (uint left = rowsOfNeurons[neuron]; left != 0; left &= left - 1)
                Weigh(layer, neuron, currents.Slice(BitOperations.TrailingZeroCount(left) * neurons, neurons));
        }
        Array.Clear(rowsOfNeurons);
        float threshold = layer.Neurons!.Single(NeuronNames.Threshold);
        LeakyStep.Advance(
            membranes, currents, membranes, layer.Neurons.Single(NeuronNames.Beta), threshold, layer.Neurons.Reset);
        for (int i = 0; index + 1 < network.Layers.Length && i < membranes.Length; i++)
        {
            if (membranes[i] > threshold)
                _rowsOfNeurons[index + 1][i % neurons] |= 1u << (i / neurons);
        }
    }

    private static void Weigh(TrainedLayer layer, int neuron, Span<float> currents) =>
        Weighting.Add(layer.Weights.AsSpan(neuron * currents.Length, currents.Length), 1, currents);
}
