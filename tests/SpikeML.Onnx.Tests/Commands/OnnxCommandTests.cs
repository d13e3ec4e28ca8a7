using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tool.Records;
using SpikeML.Tool.Tests;

namespace SpikeML.Onnx.Tests.Commands;

/// <summary>The files of the command 'spikeml onnx' compute what the saved models compute.</summary>
public class OnnxCommandTests
{
    private readonly MLContext _context = new(seed: 1);

    [Fact]
    public void Onnx_writes_an_encoder_with_the_same_spikes()
    {
        using WorkFolder folder = new();
        Tool.Tests.Tool.Do(folder, "fit latency --sample-digits 5 --linear --num-steps 10 -o encoder.zip");
        Tool.Tests.Tool.Do(folder, "onnx encoder.zip -o encoder.onnx");
        IDataView digits = _context.Data.LoadSampleDigits(30), expected = _context.Model.Load(folder.File("encoder.zip"), out _)
            .Transform(digits);
        using OnnxSession session = new(folder.Bytes("encoder.onnx"));
        Assert.Equal(OnnxInput.Values<float>(expected, "Spikes"), session.Run(digits, "Spikes"));
    }

    [Fact]
    public void Onnx_lets_the_runtime_draw_when_draws_says_so()
    {
        using WorkFolder folder = new();
        Tool.Tests.Tool.Do(folder, "fit rate --sample-digits 5 --num-steps 40 -o encoder.zip");
        Tool.Tests.Tool.Do(folder, "onnx encoder.zip --draws runtime -o encoder.onnx");
        IDataView digits = _context.Data.LoadSampleDigits(50);
        using OnnxSession session = new(folder.Bytes("encoder.onnx"));
        float[] spikes = session.Run(digits, "Spikes");
        Assert.Equal(50 * 40 * 784, spikes.Length);
        Assert.Equal(OnnxInput.Values<float>(digits, "Features").Average(), spikes.Average(), 0.001f);
    }

    [Fact]
    public void Onnx_writes_the_network_of_a_model_whose_code_is_drawn()
    {
        using WorkFolder folder = new();
        string saved = Path.Combine(AppContext.BaseDirectory, "Golden", "v2", "multiclass.zip");
        Tool.Tests.Tool.Do(folder, $"onnx {saved} --inputs Spikes -o network.onnx");
        ITransformer[] steps = [.. ModelFacts.Steps(_context.Model.Load(saved, out _))];
        IDataView features = Rows.Of(_context, [4, 3], HardValues.Features(50, 12)), spikes = steps[0].Transform(features);
        using OnnxSession session = new(folder.Bytes("network.onnx"));
        Assert.Equal(["Spikes"], session.Inputs.Keys);
        Assert.Equal(["PredictedLabel.output", "Score.output"],
            session.Outputs.Keys.Where(name => !name.StartsWith("mlnet.", StringComparison.Ordinal)));
        float[] expected = OnnxInput.Values<float>(steps[^1].Transform(spikes), "Score");
        Assert.All(expected.Zip(session.Run(spikes, "Score")), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
        Assert.True(expected.Distinct().Count() > 3);
    }

    [Fact]
    public void Onnx_writes_a_model_of_MlNet_alone_without_what_only_training_needs()
    {
        using WorkFolder folder = new();
        SavedModels.WriteKeyClassifier(folder.File("model.zip"));
        Tool.Tests.Tool.Do(folder, "onnx model.zip -o model.onnx");
        IDataView rows = _context.Data.LoadFromEnumerable(Enumerable.Range(0, 35).Select(i =>
            new { Height = i % 7f, Width = i % 5f, Kind = "" }));
        string[] expected = [.. _context.Model.Load(folder.File("model.zip"), out _).Transform(rows)
            .GetColumn<ReadOnlyMemory<char>>("PredictedLabel").Select(name => name.ToString())];
        using OnnxSession session = new(folder.Bytes("model.onnx"));
        Assert.Equal(expected, session.RunText(rows, "PredictedLabel"));
        Assert.Equal(2, expected.Distinct().Count());
    }
}
