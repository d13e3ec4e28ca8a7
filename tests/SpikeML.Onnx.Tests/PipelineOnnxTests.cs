using Microsoft.ML;

namespace SpikeML.Onnx.Tests;

public class PipelineOnnxTests
{
    private readonly MLContext _context = new(seed: 1);

    private SpikeCatalog Spikes => _context.Transforms.Spikes;

    [Fact]
    public void ConvertToOnnx_gives_the_same_bits_when_columns_are_replaced() => SameBits.Verify(_context,
        Spikes.Scale("Features").Append(Spikes.EncodeLatency("Features", options: new() { NumSteps = 20, Bypass = true }))
            .Append(_context.Transforms.CopyColumns("Copy", "Features")).Append(Spikes.ReadOutCount("Features")),
        Rows.Of(_context, [8], HardValues.Series(50, 8, 1)), "Copy", "Features");

    [Fact]
    public void ConvertToOnnx_gives_the_same_bits_when_a_transformer_swaps_two_columns() => SameBits.Verify(_context,
        _context.Transforms.CopyColumns("A", "Features").Append(Spikes.Scale("B", "Features"))
            .Append(Spikes.EncodeSpikeTimes([new("A", "B"), new("B", "A"), new("C", "B")])),
        Rows.Of(_context, [8], HardValues.Features(50, 8)), "A", "B", "C");

    [Fact]
    public void ConvertToOnnx_gives_the_same_bits_between_transforms_of_ML_NET() => SameBits.Verify(_context,
        _context.Transforms.NormalizeMinMax("Scaled", "Features", fixZero: false)
            .Append(Spikes.EncodeLatency("Spikes", "Scaled")).Append(Spikes.ReadOutMeanRate("Rates", "Spikes"))
            .Append(_context.Transforms.Concatenate("All", "Rates", "Scaled")),
        Rows.Of(_context, [8], HardValues.Features(50, 8)), "All");

    [Fact]
    public void ConvertToOnnx_keeps_columns_apart_from_the_values_of_its_operations()
    {
        // The names that the operations of 'Spikes' would have.
        IDataView data = _context.Data.LoadFromEnumerable(HardValues.Features(20, 1).Select(row => new Named
        {
            Features = row[0],
            Div = 1,
            Constant = 2,
            Loop = 3,
        }).ToArray(), Named.Schema);
        SameBits.Verify(_context, Spikes.EncodeLatency("Spikes", "Features")
            .Append(_context.Transforms.Concatenate("All", "Spikes.Div", "Spikes.Constant", "Spikes.Reshape")), data,
            "Spikes", "All");
    }

    [Theory]
    [InlineData(9)]
    [InlineData(11)]
    public void ConvertToOnnx_refuses_versions_without_its_operations(int version)
    {
        IDataView data = Rows.Of(_context, [8], HardValues.Features(5, 8));
        ITransformer model = Spikes.EncodeLatency("Spikes", "Features").Fit(data);
        using MemoryStream file = new();
        Exception error = Assert.ThrowsAny<Exception>(() => _context.Model.ConvertToOnnx(model, data, version, file));
        Assert.Contains("12", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_gives_the_same_bits_for_a_row_alone_and_among_others()
    {
        float[][] rows = [.. HardValues.Series(20, 12, 3)];
        ITransformer model = Spikes.EncodeStepForward("Spikes", "Features").Fit(Rows.Of(_context, [12, 3], rows));
        byte[] file = OnnxSession.Convert(_context, model, Rows.Of(_context, [12, 3], rows), "Spikes");
        using OnnxSession session = new(file);
        float[] together = session.Run(Rows.Of(_context, [12, 3], rows), "Spikes");
        float[] alone = [.. rows.SelectMany(row => session.Run(Rows.Of(_context, [12, 3], [row]), "Spikes"))];
        Assert.Equal(together, alone);
    }

    [Fact]
    public void ApplyOnnxModel_runs_a_converted_encoder_inside_ML_NET()
    {
        IDataView data = Rows.Of(_context, [4, 2], HardValues.Features(20, 8));
        ITransformer model = Spikes.EncodeLatency("Spikes", "Features", new() { NumSteps = 20, Tau = 4, Bypass = true })
            .Fit(data);
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".onnx");
        try
        {
            File.WriteAllBytes(path, OnnxSession.Convert(_context, model, data, "Spikes"));
            IDataView applied = _context.Transforms.ApplyOnnxModel("Spikes.output", "Features", path).Fit(data).Transform(data);
            Assert.Equal(OnnxInput.Values<float>(model.Transform(data), "Spikes"), OnnxInput.Values<float>(applied, "Spikes"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private sealed class Named
    {
        public float Features { get; set; }

        public float Div { get; set; }

        public float Constant { get; set; }

        public float Loop { get; set; }

        public static Microsoft.ML.Data.SchemaDefinition Schema
        {
            get
            {
                var schema = Microsoft.ML.Data.SchemaDefinition.Create(typeof(Named));
                schema[nameof(Div)].ColumnName = "Spikes.Div";
                schema[nameof(Constant)].ColumnName = "Spikes.Constant";
                schema[nameof(Loop)].ColumnName = "Spikes.Reshape";
                return schema;
            }
        }
    }
}
