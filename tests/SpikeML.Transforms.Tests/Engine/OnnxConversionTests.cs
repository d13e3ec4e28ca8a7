using Microsoft.ML;
using SpikeML.Tests.Conformance;

namespace SpikeML.Tests.Engine;

public class OnnxConversionTests
{
    private readonly MLContext _context = new(seed: 1);

    [Fact]
    public void ConvertToOnnx_refuses_an_encoder_that_replaces_its_column_inside_a_pipeline()
    {
        IDataView data = Data();
        ITransformer model = _context.Transforms.Spikes.EncodeRate("Features")
            .Append(_context.Transforms.CopyColumns("Copy", "Features")).Fit(data);

        var error = Assert.Throws<NotSupportedException>(() => _context.Model.ConvertToOnnx(model, data, Stream.Null));

        Assert.StartsWith("Column 'Features' (rate) cannot be converted to ONNX, because its spikes are drawn at random "
            + "from each row's values, which ONNX's operations cannot repeat (with OnnxDraws = Runtime in its options, the "
            + "ONNX runtime draws other ones). Convert only what follows it: var spikes = "
            + "mlContext.Data.Cache(encoder.Transform(data));", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ConvertToOnnx_converts_what_follows_an_encoder_as_the_message_says()
    {
        IDataView data = Data(), spikes = _context.Data.Cache(
            _context.Transforms.Spikes.EncodeLatency("Spikes", "Features").Fit(data).Transform(data), "Spikes");
        ITransformer trained = _context.Transforms.Concatenate("Flat", "Spikes").Fit(spikes);
        using MemoryStream file = new();

        _context.Model.ConvertToOnnx(trained, spikes, file);

        string text = System.Text.Encoding.Latin1.GetString(file.ToArray());
        Assert.Contains("Spikes", text, StringComparison.Ordinal);
        Assert.Contains("Flat", text, StringComparison.Ordinal);
    }

    private IDataView Data() => SampleRow.Data(_context, [5, 4], 20, value => value);
}
