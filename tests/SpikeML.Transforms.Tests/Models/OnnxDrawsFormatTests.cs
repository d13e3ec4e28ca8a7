using Microsoft.ML;
using SpikeML.Tests.Conformance;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Models;

/// <summary>Format 4 is written only where <see cref="OnnxDraws"/> is not the default.</summary>
public class OnnxDrawsFormatTests
{
    private readonly MLContext _context = new(seed: 1);

    public static TheoryData<SpikeCode> Codes => new((SpikeCode[])
    [
        new RateEncodingOptions { Seed = 1, OnnxDraws = OnnxDraws.Runtime },
        new SignedRateEncodingOptions { Seed = 1, RowKeyColumnName = "Id", OnnxDraws = OnnxDraws.Runtime },
        new PopulationRateEncodingOptions { Seed = 1, OnnxDraws = OnnxDraws.Runtime },
        new BinEncodingOptions { Seed = 1, OnnxDraws = OnnxDraws.Runtime },
    ]);

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_code_reads_the_draws_of_the_ONNX_runtime_that_it_wrote(SpikeCode code)
    {
        Assert.Equal(code, WriteAndRead(code, ModelFormat.Fourth));
        Assert.Equal(OnnxDraws.Refuse, WriteAndRead(code, ModelFormat.Third).Draws!.Value.OnnxDraws);
    }

    [Theory]
    [InlineData(OnnxDraws.Refuse, ModelFormat.Third)]
    [InlineData(OnnxDraws.Runtime, ModelFormat.Fourth)]
    public void A_transformer_is_saved_in_the_oldest_format_that_holds_everything(OnnxDraws draws, uint format) =>
        Assert.Equal(format, new CodeDraws { OnnxDraws = draws }.Format);

    [Fact]
    public void The_draws_of_the_ONNX_runtime_change_nothing_in_ML_NET()
    {
        IDataView data = OneColumn.Of(_context, [3], [0.2f, 0.5f, 0.9f]);
        RateEncodingOptions code = new() { Seed = 5 };
        float[] refused = Read(code), allowed = Read(code with { OnnxDraws = OnnxDraws.Runtime });
        Assert.Equal(refused, allowed);

        float[] Read(RateEncodingOptions options) => OneColumn.Read(ModelFile.RoundTrip(_context,
            _context.Transforms.Spikes.EncodeRate("Spikes", "Features", options).Fit(data), data.Schema, out _)
                .Transform(data), "Spikes")[0];
    }

    [Fact]
    public void An_unknown_value_is_refused()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() =>
            _context.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { OnnxDraws = (OnnxDraws)2 }));
        Assert.Contains("OnnxDraws must be Refuse or Runtime", error.Message, StringComparison.Ordinal);
    }

    private static SpikeCode WriteAndRead(SpikeCode code, uint format)
    {
        using MemoryStream stream = new();
        using (CodeWriter writer = new(stream, format))
            SpikeCodeEntry.Write(writer, code);
        using CodeReader reader = new(new MemoryStream(stream.ToArray()), format);
        return code.Entry.Read(reader);
    }
}
