using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Torch;

namespace SpikeML.Onnx.Tests.Networks;

/// <summary>What the columns of each task become in ONNX.</summary>
public class TaskOnnxTests(ITestOutputHelper output)
{
    private static readonly string[] Names = ["cat", "dog", "owl"];

    private readonly MLContext _context = new(seed: 1);

    [Fact]
    public void ConvertToOnnx_keeps_labels_scores_and_probabilities_when_the_task_is_binary()
    {
        ITransformer network = _context.BinaryClassification.CreateSpikingNetwork([12],
            GivenNetworks.Of([12], SpikingLayer.Dense(16), SpikingLayer.Dense(2)),
            options: new() { Score = SpikingScore.MeanMembrane });
        IDataView data = NetworkData.Spikes(_context, [12]), expected = network.Transform(data);
        Verify("binary", network, data);
        using OnnxSession session = new(OnnxSession.Convert(_context, network, data, "Probability"));
        float[] want = OnnxInput.Values<float>(expected, "Probability"), got = session.Run(data, "Probability");
        Assert.All(want.Zip(got), pair => Assert.Equal(pair.First, pair.Second, 1e-6f));
    }

    [Fact]
    public void ConvertToOnnx_keeps_the_scale_of_the_labels_when_the_task_is_regression()
    {
        ITransformer network = _context.Regression.CreateSpikingNetwork([12], GivenNetworks.Of([12], SpikingLayer.Dense(16),
            SpikingLayer.Dense(1, NeuronModel.Leaky(0.9, reset: ResetMechanism.None))),
            options: new() { LabelMean = -3, LabelScale = 0.5 });
        Verify("regression", network, NetworkData.Spikes(_context, [12]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void ConvertToOnnx_keeps_the_score_of_each_step_when_a_regression_varies_over_time(int outputs)
    {
        ITransformer network = _context.Regression.CreateSpikingNetwork([12], GivenNetworks.Of([12], SpikingLayer.Dense(16),
            SpikingLayer.Dense(outputs, NeuronModel.Leaky(0.9, reset: ResetMechanism.None))),
            options: new() { LabelMean = -3, LabelScale = 0.5, VariesOverTime = true });
        Verify($"regression over time, {outputs}", network, NetworkData.Spikes(_context, [12]));
    }

    [Fact]
    public void ConvertToOnnx_keeps_class_names_when_MapKeyToValue_follows()
    {
        IDataView data = NetworkData.Spikes(_context, [12]);
        ITransformer network = _context.MulticlassClassification.CreateSpikingNetwork([12],
            GivenNetworks.Of([12], SpikingLayer.Dense(16), SpikingLayer.Dense(3)),
            options: new() { Score = SpikingScore.MeanMembrane, ClassNames = Names });
        ITransformer names = _context.Transforms.Conversion.MapKeyToValue("PredictedLabel").Fit(network.Transform(data));
        TransformerChain<ITransformer> model = new(network, names);
        string[] expected =
            [.. model.Transform(data).GetColumn<ReadOnlyMemory<char>>("PredictedLabel").Select(name => name.ToString())];
        using OnnxSession session = new(OnnxSession.Convert(_context, model, data, "PredictedLabel"));
        Assert.Equal(expected, session.RunText(data, "PredictedLabel"));
        Assert.True(expected.Distinct().Count() > 1);
    }

    private void Verify(string name, ITransformer network, IDataView data)
    {
        NetworkComparison comparison = NetworkComparison.Of(_context, network, data);
        output.WriteLine($"{name} | {comparison}");
        comparison.AssertPromise();
    }
}
