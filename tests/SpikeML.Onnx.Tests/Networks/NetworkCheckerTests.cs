using Microsoft.ML;
using SpikeML.Torch;

namespace SpikeML.Onnx.Tests.Networks;

public class NetworkCheckerTests
{
    private static readonly int[] Shape = [4, 6];

    private readonly MLContext _context = new(seed: 1);

    [Fact]
    public void Every_kind_of_neuron_and_layer_passes_the_full_check()
    {
        OnnxChecker.SkipWithout();
        string folder = Directory.CreateTempSubdirectory("onnx").FullName;
        try
        {
            OnnxChecker.Verify([.. NeuronCases.All.Values.SelectMany((model, index) => new[]
            {
                Write(Path.Combine(folder, $"{index}-convolution.onnx"), [Recorded(SpikingLayer.Convolution(4, 3, 1, model)),
                    SpikingLayer.MaxPooling()]),
                Write(Path.Combine(folder, $"{index}-dense.onnx"), [SpikingLayer.AveragePooling(),
                    Recorded(SpikingLayer.Dense(4, model))]),
            })]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static SpikingLayer Recorded(SpikingLayer layer) =>
        layer with { SpikesColumnName = "Hidden", MembraneColumnName = "HiddenMembrane" };

    private string Write(string path, SpikingLayer[] hidden)
    {
        ITransformer network = _context.MulticlassClassification.CreateSpikingNetwork(Shape,
            GivenNetworks.Of(Shape, [.. hidden, SpikingLayer.Dense(3)]));
        File.WriteAllBytes(path, OnnxSession.Convert(_context, network, NetworkData.Spikes(_context, Shape, rows: 1),
            "Score", "PredictedLabel", "Hidden", "HiddenMembrane"));
        return path;
    }
}
