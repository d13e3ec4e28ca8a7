using Microsoft.ML;
using SpikeML.Tests.Conformance;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Models;

/// <summary>Models of format 3 keep ranges in Double; those of older formats round Double columns before anything else.</summary>
public class DoubleFormatTests
{
    private static readonly double[] Rising = [1e8, 1e8 + 1, 1e8 + 2, 1e8 + 3, 1e8 + 4, 1e8 + 5];

    private readonly MLContext _context = new(seed: 1);

    [Fact]
    public void A_saved_model_keeps_the_digits_of_learned_ranges()
    {
        IDataView data = OneColumn.Of(_context, "Features", [1], [.. Rising.Select(value => new[] { value })]);
        ITransformer scale = _context.Transforms.Spikes.Scale("S", "Features").Fit(data);
        ITransformer fields = _context.Transforms.Spikes.EncodeReceptiveFields("S", "Features").Fit(data);
        ITransformer given = _context.Transforms.Spikes.EncodeBins("S", "Features",
            new() { Range = new(1e8, 1e8 + 5), Regular = true }).Fit(data);
        foreach (ITransformer model in new[] { scale, fields, given })
        {
            ITransformer loaded = ModelFile.RoundTrip(_context, model, data.Schema, out _);
            Assert.Equal(((ISpikeTransformer)model).Codes, ((ISpikeTransformer)loaded).Codes);
            Assert.Equal(OneColumn.Read(model.Transform(data), "S"), OneColumn.Read(loaded.Transform(data), "S"));
        }
        Assert.Equal(new ValueRange(1e8, 1e8 + 5), ((ScaleOptions)((ISpikeTransformer)scale).Codes[0]).LearnedRanges[0]);
    }

    [Fact]
    public void A_model_of_an_old_format_rounds_a_Double_column_first()
    {
        IDataView data = OneColumn.Of(_context, "Features", [6], Rising);
        SeriesCode[] codes =
        [
            new DeltaEncodingOptions { Threshold = 1, Padding = true }, new StepForwardEncodingOptions { Threshold = 0.5 },
            new MovingWindowEncodingOptions { Threshold = 0.5, Window = 1 }, new ResidueEncodingOptions { Threshold = 1 },
        ];
        float[] rounded = [.. Rising.Select(value => (float)value)];
        IDataView singles = OneColumn.Of(_context, [6], rounded);
        foreach (SeriesCode code in codes)
        {
            SeriesCode old = code with { ArithmeticFormat = ModelFormat.Second };
            Assert.Equal(Encode(code, singles), Encode(old, data));
            Assert.NotEqual(Encode(code, data), Encode(old, data));
        }
    }

    [Theory]
    [InlineData("v1", "scale")]
    [InlineData("v1", "receptive fields")]
    [InlineData("v2", "delta stream, sorted")]
    public void A_golden_model_of_an_old_format_gives_a_Double_column_what_it_gives_its_singles(string format, string name)
    {
        ITransformer model = _context.Model.Load(
            Path.Combine(AppContext.BaseDirectory, "Conformance", "Golden", format, name + ".zip"), out _);
        IDataView data = GoldenModel.Find(name).Data(_context);
        IDataView doubles = _context.Transforms.Conversion.ConvertType("Features", outputKind: Microsoft.ML.Data.DataKind.Double)
            .Fit(data).Transform(data);
        Assert.Equal(RowValues.Read(model.Transform(data), "Spikes").Select(row => $"{row}"),
            RowValues.Read(model.Transform(doubles), "Spikes").Select(row => $"{row}"));
    }

    private float[] Encode(SpikeCode code, IDataView data) => OneColumn.Read(
        _context.Transforms.Spikes.Encode([new("S", "Features")], code).Fit(data).Transform(data), "S")[0];
}
