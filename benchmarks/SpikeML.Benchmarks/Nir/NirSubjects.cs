using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Nir;
using SpikeML.Torch;

namespace SpikeML.Benchmarks.Nir;

/// <summary>The graphs that are measured: one of our trainers', and graphs of files.</summary>
internal static class NirSubjects
{
    private const int RowCount = 128, NumSteps = 100;

    /// <summary>784-100-10 leaky neurons as SaveNir writes them, on rate codes of digits.</summary>
    public static NirSubject Digits()
    {
        MLContext context = new(1);
        NeuronModel leaky = NeuronModel.Leaky(0.95, reset: ResetMechanism.Zero);
        SpikingNetworkTransformer network = context.MulticlassClassification.CreateSpikingNetwork([28, 28],
            [Layer(784, SpikingLayer.Dense(100, leaky)), Layer(100, SpikingLayer.Dense(10, leaky))], "Spikes");
        IDataView digits = context.Data.LoadSampleDigits(RowCount, seed: 1);
        var encoder = context.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = NumSteps, Gain = 0.25 });
        float[][] rows = [.. encoder.Fit(digits).Transform(digits).GetColumn<VBuffer<float>>("Spikes")
            .Select(buffer => buffer.DenseValues().ToArray())];
        return new("784-100-10 LIF", context.Model.ToNir(network), 1e-4, NumSteps, rows);
    }

    /// <summary>A graph of a file, on a recording of its shape where one is given, else on spikes at random.</summary>
    /// <param name="path">A NIR file.</param>
    /// <param name="recording">A recording of N-MNIST, in frames of a millisecond, or null.</param>
    public static NirSubject Of(string path, string? recording)
    {
        NirGraph graph = NirGraph.Read(path);
        NirShape shape = graph.Nodes.Values.OfType<NirInput>().Single().Shape;
        // Tools that count time in steps write r = 1.
        double timeStep = graph.Nodes.Values.OfType<NirIf>().Any(node => node.R[0] == 1) ? 1 : 1e-4;
        string name = Path.GetFileNameWithoutExtension(path);
        if (recording is not null && shape.SequenceEqual([2, 34, 34]))
            return new($"{name}, recording", graph, timeStep, Frames.Steps, Frames.Read(recording));
        Random random = new(1);
        return new(name, graph, timeStep, NumSteps, [.. Enumerable.Range(0, RowCount).Select(_ => Enumerable
            .Range(0, NumSteps * shape.Size).Select(_ => random.NextDouble() < 0.1 ? 1f : 0).ToArray())]);
    }

    private static SpikingLayerWeights Layer(int inputs, SpikingLayer layer)
    {
        Random random = new(inputs);
        return new()
        {
            Layer = layer,
            Weights = [.. Draw(inputs * layer.Neurons)],
            Bias = [.. Draw(layer.Neurons)],
        };

        IEnumerable<float> Draw(int count) =>
            Enumerable.Range(0, count).Select(_ => (float)((random.NextDouble() * 2 - 1) / Math.Sqrt(inputs)));
    }
}
