using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Torch;

namespace SpikeML.Onnx.Tests.Networks;

/// <summary>How a converted network is called.</summary>
public class BatchOnnxTests
{
    private static readonly int[] Shape = [2, 4, 5];

    private readonly MLContext _context = new(seed: 1);
    private readonly SpikingNetworkTransformer _network;

    public BatchOnnxTests() => _network = _context.MulticlassClassification.CreateSpikingNetwork(Shape,
        GivenNetworks.Of(Shape, SpikingLayer.Convolution(4, 3, 1), SpikingLayer.MaxPooling(), SpikingLayer.Dense(8),
        SpikingLayer.Dense(3)),
        options: new() { Score = SpikingScore.MeanMembrane });

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Run_gives_each_row_the_same_scores_in_batches_of_any_size(int batch)
    {
        IDataView data = NetworkData.Spikes(_context, Shape, rows: 21);
        using OnnxSession session = new(OnnxSession.Convert(_context, _network, data, "Score"));
        float[] whole = session.Run(data, "Score");
        float[] parts = [.. Enumerable.Range(0, 21 / batch).SelectMany(part =>
            session.Run(_context.Data.TakeSubset(data, 21 / batch, part), "Score"))];
        Assert.All(whole.Zip(parts), pair => Assert.Equal(pair.First, pair.Second, 1e-6f));
    }

    [Fact]
    public void Run_gives_no_rows_for_no_rows()
    {
        IDataView data = NetworkData.Spikes(_context, Shape, rows: 2);
        using OnnxSession session = new(OnnxSession.Convert(_context, _network, data, "Score"));
        Assert.Empty(session.Run(NetworkData.Spikes(_context, Shape, rows: 0), "Score"));
    }

    [Fact]
    public void ConvertToOnnx_declares_spikes_with_steps_and_neurons_and_any_number_of_rows()
    {
        IDataView data = NetworkData.Spikes(_context, Shape, rows: 2);
        using OnnxSession session = new(OnnxSession.Convert(_context, _network, data, "Score", "PredictedLabel"));
        Assert.Equal([-1, NetworkData.NumSteps, .. Shape], session.Inputs["Spikes"].Dimensions);
        Assert.Equal([-1, 3], session.Outputs["Score.output"].Dimensions);
        Assert.Equal([-1, 1], session.Outputs["PredictedLabel.output"].Dimensions);
    }

    [Fact]
    public void ConvertToOnnx_says_which_version_it_needs_when_an_earlier_one_is_asked_for()
    {
        IDataView data = NetworkData.Spikes(_context, Shape, rows: 2);
        Exception? error = Record.Exception(() => _context.Model.ConvertToOnnx(_network, data, 11, Stream.Null));
        Assert.Contains("12", error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ConvertToOnnx_writes_an_encoder_and_a_network_into_one_file()
    {
        IDataView data = Rows.Of(_context, Shape, HardValues.Features(NetworkData.Rows, 40));
        ITransformer encoder = _context.Transforms.Spikes.EncodeLatency("Spikes", "Features",
            new() { NumSteps = 20, Tau = 5, Normalize = true, Linear = true }).Fit(data);
        TransformerChain<ITransformer> model = new(encoder, _network);
        using OnnxSession session = new(OnnxSession.Convert(_context, model, data, "Score", "PredictedLabel"));
        Assert.Equal(["Features"], session.Inputs.Keys);
        NetworkComparison.Of(_context, model, data).AssertPromise();
    }
}
