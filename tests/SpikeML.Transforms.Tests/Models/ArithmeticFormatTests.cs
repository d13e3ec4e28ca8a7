using Microsoft.ML;
using SpikeML.Tests.Conformance;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Models;

/// <summary>
/// Codes of old model files draw as they did, however often they are saved again; new codes draw as format 3 does.
/// </summary>
public class ArithmeticFormatTests
{
    private readonly MLContext _context = new(seed: 1);

    [Theory]
    [InlineData("signed rate")]
    [InlineData("Poisson intervals")]
    [InlineData("population rate")]
    [InlineData("rate targets, drawn")]
    public void A_model_of_an_old_format_keeps_its_draws_when_it_is_saved_again(string name)
    {
        IDataView data = GoldenModel.Find(name).Data(_context);
        ITransformer loaded = _context.Model.Load(
            Path.Combine(AppContext.BaseDirectory, "Conformance", "Golden", "v1", name + ".zip"), out _);
        ITransformer again = ModelFile.RoundTrip(
            _context, ModelFile.RoundTrip(_context, loaded, data.Schema, out _), data.Schema, out _);

        Assert.Equal(ModelFormat.Second, Code(again).ArithmeticFormat);
        Assert.Equal(Code(loaded), Code(again));
        Assert.Equal(Read(loaded, data), Read(again, data));
    }

    [Theory]
    [InlineData("signed rate")]
    [InlineData("Poisson intervals")]
    [InlineData("population rate")]
    [InlineData("rate targets, drawn")]
    public void A_new_model_has_other_draws_and_keeps_them(string name)
    {
        IDataView data = GoldenModel.Find(name).Data(_context);
        ITransformer old = _context.Model.Load(
            Path.Combine(AppContext.BaseDirectory, "Conformance", "Golden", "v1", name + ".zip"), out _);
        ITransformer made = GoldenModel.Find(name).Estimator(_context).Fit(data);

        Assert.Equal(ModelFormat.Third, Code(made).ArithmeticFormat);
        Assert.NotEqual(Read(old, data), Read(made, data));
        Assert.Equal(Read(made, data), Read(ModelFile.RoundTrip(_context, made, data.Schema, out _), data));
    }

    [Fact]
    public void A_kernel_draws_as_the_code_that_it_is_given()
    {
        float[] features = [0.25f, -0.5f, 0.75f], old = new float[300], made = new float[300];
        SignedRateEncodingOptions options = new() { Seed = 7 };
        SignedRateEncoding.Encode(features, old, options with { ArithmeticFormat = ModelFormat.Second });
        SignedRateEncoding.Encode(features, made, options);
        Assert.NotEqual(old, made);

        IDataView data = OneColumn.Of(_context, [3], features);
        var again = (SpikeTransformer<SignedRateEncodingOptions>)_context.Transforms.Spikes
            .EncodeSignedRate("S", "Features", options with { ArithmeticFormat = ModelFormat.Second }).Fit(data);
        Assert.Equal(old, OneColumn.Read(again.Transform(data), "S")[0]);
    }

    [Fact]
    public void A_decoder_of_an_old_code_keeps_that_code_when_it_is_saved()
    {
        PoissonIntervalEncodingOptions code = new() { NumSteps = 3, ArithmeticFormat = ModelFormat.Second };
        IDataView data = OneColumn.Of(_context, [3], [0, 1, 0]);
        ITransformer model = _context.Transforms.Spikes.Decode("D", "Features", code).Fit(data);
        ITransformer loaded = ModelFile.RoundTrip(_context, model, data.Schema, out _);
        Assert.Equal(code with { Seed = 0 }, ((SpikeDecodingOptions)Code(loaded)).Code);
    }

    [Fact]
    public void Exponential_intervals_are_saved()
    {
        IDataView data = OneColumn.Of(_context, [2], [100, 300]);
        ITransformer model = _context.Transforms.Spikes
            .EncodePoissonIntervals("S", "Features", new() { Intervals = PoissonIntervalDistribution.Exponential, Seed = 1 })
            .Fit(data);
        ITransformer loaded = ModelFile.RoundTrip(_context, model, data.Schema, out _);
        Assert.Equal(Code(model), Code(loaded));
        Assert.Equal(OneColumn.Read(model.Transform(data), "S"), OneColumn.Read(loaded.Transform(data), "S"));
    }

    private static SpikeCode Code(ITransformer model) =>
        model is IEnumerable<ITransformer> chain ? Code(chain.Last()) : ((ISpikeTransformer)model).Codes[0];

    private static IEnumerable<string> Read(ITransformer model, IDataView data) =>
        RowValues.Read(model.Transform(data), "Spikes").Select(row => $"{row}");
}
