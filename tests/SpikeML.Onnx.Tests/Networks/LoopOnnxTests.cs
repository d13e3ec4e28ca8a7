using Microsoft.ML;
using SpikeML.Torch;

namespace SpikeML.Onnx.Tests.Networks;

/// <summary>The loop over time, and what takes its place where ML.NET's nodes take no graph.</summary>
public class LoopOnnxTests
{
    private readonly MLContext _context = new(seed: 1);

    public static TheoryData<string> Neurons => [.. NeuronCases.All.Keys];

    [Theory]
    [MemberData(nameof(Neurons))]
    public void ConvertToOnnx_repeats_the_steps_with_the_same_results_when_no_loop_can_be_written(string neurons)
    {
        int[] shape = [4, 3];
        ITransformer network = _context.MulticlassClassification.CreateSpikingNetwork(shape, GivenNetworks.Of(shape,
            SpikingLayer.Convolution(4, 3, 1, NeuronCases.All[neurons]) with { SpikesColumnName = "Hidden" },
            SpikingLayer.Dense(3)));
        IDataView data = NetworkData.Spikes(_context, shape, rows: 50);
        byte[] loop = OnnxSession.Convert(_context, network, data, "Score", "Hidden"),
            repeated = RepeatedSteps.Convert(_context, network, data);
        Assert.Contains("Scan", Text(loop), StringComparison.Ordinal);
        Assert.DoesNotContain("Scan", Text(repeated), StringComparison.Ordinal);
        using OnnxSession withLoop = new(loop), withSteps = new(repeated);
        Assert.Equal(withLoop.Run(data, "Hidden"), withSteps.Run(data, "Hidden"));
        Assert.Equal(withLoop.Run(data, "Score"), withSteps.Run(data, "Score"));
    }

    [Fact]
    public void Nodes_of_this_version_of_MlNet_have_the_field_that_takes_a_loop() =>
        Assert.True(OnnxNodeBytes.CanMerge(RepeatedSteps.NewContext(_context)));

    private static string Text(byte[] file) => System.Text.Encoding.Latin1.GetString(file);
}
