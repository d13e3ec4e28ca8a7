using Microsoft.ML;
using SpikeML.Torch;

namespace SpikeML.Onnx.Tests.Networks;

/// <summary>Every kind of network predicts in OnnxRuntime what it predicts in ML.NET.</summary>
public class NetworkOnnxTests(ITestOutputHelper output)
{
    private static readonly SpikingLayer ThreeOutputs = SpikingLayer.Dense(3, NeuronModel.Leaky(0.9, reset: ResetMechanism.None));

    private readonly MLContext _context = new(seed: 1);

    public static TheoryData<string, bool> Neurons =>
        [.. from name in NeuronCases.All.Keys from isImage in new[] { false, true } select (name, isImage)];

    public static TheoryData<SpikingScore, int> Scores =>
        [.. from score in Enum.GetValues<SpikingScore>() from outputs in new[] { 1, 3 } select (score, outputs)];

    [Theory]
    [MemberData(nameof(Neurons))]
    public void ConvertToOnnx_keeps_labels_and_scores_for_every_kind_of_neuron(string name, bool isImage)
    {
        NeuronModel? model = NeuronCases.All[name];
        SpikingLayer hidden = isImage ? SpikingLayer.Convolution(4, 3, 2, model) : SpikingLayer.Dense(4, model);
        Verify($"{(isImage ? "convolution" : "dense")}, {name}", isImage ? [5, 6] : [12],
            [hidden with { SpikesColumnName = "Hidden", MembraneColumnName = "HiddenMembrane" }, ThreeOutputs],
            new() { Score = SpikingScore.MeanMembrane }, labels: 2);
    }

    [Theory]
    [MemberData(nameof(Scores))]
    public void ConvertToOnnx_keeps_labels_and_scores_for_every_score(SpikingScore score, int outputsPerClass) => Verify(
        $"{score}, {outputsPerClass} per class", [12], [SpikingLayer.Dense(16), SpikingLayer.Dense(3 * outputsPerClass)], new()
        {
            Score = score,
            OutputsPerClass = outputsPerClass,
            OutputSpikesColumnName = "OutputSpikes",
            OutputMembraneColumnName = "OutputMembrane",
        }, labels: 2);

    public static TheoryData<string, int[], SpikingLayer[]> Stacks => new(
        ("no hidden layer", [12], []),
        ("three dense layers", [12], [SpikingLayer.Dense(20), SpikingLayer.Dense(1), SpikingLayer.Dense(20)]),
        ("dense layer on images", [2, 5, 6], [SpikingLayer.Dense(16)]),
        ("neurons in five dimensions", [2, 1, 3, 1, 2], [SpikingLayer.Dense(16)]),
        ("one neuron", [1], [SpikingLayer.Dense(16)]),
        ("convolutions of two channels", [2, 7, 6], [SpikingLayer.Convolution(4, 5, 1), SpikingLayer.Convolution(6, 3, 3)]),
        ("convolution of one pixel", [3, 4, 5], [SpikingLayer.Convolution(6, 1, 2)]),
        ("mean of windows", [9, 8], [SpikingLayer.Convolution(4, 3, 1), SpikingLayer.AveragePooling(), SpikingLayer.Dense(9)]),
        ("largest of windows", [9, 8], [SpikingLayer.Convolution(4, 3, 1), SpikingLayer.MaxPooling(3)]),
        ("pooling of the input", [2, 7, 8],
            [SpikingLayer.MaxPooling(2), SpikingLayer.AveragePooling(1), SpikingLayer.Convolution(3)]),
        ("scales of each step", [2, 7, 6],
            [
                SpikingLayer.Convolution(4, 3, 2) with { BatchNormalizationThroughTime = true },
                SpikingLayer.Dense(16, NeuronModel.Synaptic(0.5, 0.8)) with { BatchNormalizationThroughTime = true },
            ]),
        ("dropout", [12], [SpikingLayer.Dense(16), SpikingLayer.Dropout(), SpikingLayer.Dense(16), SpikingLayer.Dropout()]));

    [Theory]
    [MemberData(nameof(Stacks))]
    public void ConvertToOnnx_keeps_labels_and_scores_for_every_kind_of_layer(
        string name, int[] inputShape, SpikingLayer[] layers)
    {
        int last = Array.FindLastIndex(layers, layer => layer.Kind != SpikingLayerKind.Dropout);
        if (last >= 0)
            layers[last] = layers[last] with { SpikesColumnName = "Hidden" };
        Verify(name, inputShape, [.. layers, ThreeOutputs], new() { Score = SpikingScore.MeanMembrane });
    }

    private void Verify(string name, int[] inputShape, SpikingLayer[] layers, GivenNetworkOptions options, int labels = 1)
    {
        ITransformer network = _context.MulticlassClassification.CreateSpikingNetwork(inputShape,
            GivenNetworks.Of(inputShape, layers), options: options);
        NetworkComparison comparison = NetworkComparison.Of(_context, network, NetworkData.Spikes(_context, inputShape));
        output.WriteLine($"{name} | {comparison}");
        Assert.True(comparison.LabelsPredicted >= labels, "Too few labels are predicted for the comparison to say something.");
        comparison.AssertPromise();
    }
}
