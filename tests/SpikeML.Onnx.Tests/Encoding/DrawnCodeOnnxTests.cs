using Microsoft.ML;

namespace SpikeML.Onnx.Tests.Encoding;

public class DrawnCodeOnnxTests
{
    private const int NumSteps = 2000;

    private readonly MLContext _context = new(seed: 1);

    public static TheoryData<SpikeCode> Codes => new((SpikeCode[])
    [
        new RateEncodingOptions { NumSteps = NumSteps, Gain = 0.7, Offset = 0.1, OnnxDraws = OnnxDraws.Runtime },
        new RateEncodingOptions { NumSteps = NumSteps, FirstSpikeTime = 500, Gain = 2, OnnxDraws = OnnxDraws.Runtime },
        new SignedRateEncodingOptions { NumSteps = NumSteps, Gain = -0.7, OnnxDraws = OnnxDraws.Runtime },
        new PopulationRateEncodingOptions { NumSteps = NumSteps, OnnxDraws = OnnxDraws.Runtime },
        new BinEncodingOptions { NumSteps = NumSteps, OnnxDraws = OnnxDraws.Runtime },
    ]);

    [Theory]
    [MemberData(nameof(Codes))]
    public void Runtime_draws_with_the_same_probabilities(SpikeCode code)
    {
        IDataView data = Rows.Of(_context, [6], HardValues.Features(30, 6));
        ITransformer model = Encoder(code).Fit(data);
        using OnnxSession session = new(OnnxSession.Convert(_context, model, data, "Spikes"));
        float[] expected = OnnxInput.Values<float>(model.Transform(data), "Spikes"), drawn = session.Run(data, "Spikes");
        float[] again = session.Run(data, "Spikes");

        int width = expected.Length / 30 / NumSteps;
        Assert.Equal(expected.Length, drawn.Length);
        Assert.NotEqual(drawn, again);
        for (int row = 0; row < 30; row++)
        {
            for (int neuron = 0; neuron < width; neuron++)
            {
                (double own, double other) = (Sum(expected, row, neuron, width), Sum(drawn, row, neuron, width));
                // The difference of two sums of that many draws, five standard deviations wide.
                Assert.True(Math.Abs(own - other) <= 5 * Math.Sqrt(2 * Math.Max(1, Math.Max(Math.Abs(own), Math.Abs(other)))),
                    $"Row {row}, neuron {neuron}: {own} spikes in ML.NET, {other} in ONNX.");
            }
        }
    }

    [Fact]
    public void Runtime_draws_each_value_of_a_time_varying_rate_once()
    {
        IDataView data = Rows.Of(_context, [3, 2], [[0, 1, 1, 0, 1, 1], [1f, 1, 0, 0, 0, 1]]);
        ITransformer model = Encoder(new RateEncodingOptions
        {
            TimeVarying = true,
            FirstSpikeTime = 2,
            OnnxDraws = OnnxDraws.Runtime,
        }).Fit(data);
        SameBits.Verify(_context, model, data, "Spikes");
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void OnnxDraws_is_saved_with_the_model(SpikeCode code)
    {
        IDataView data = Rows.Of(_context, [6], HardValues.Features(5, 6));
        using MemoryStream file = new();
        _context.Model.Save(Encoder(code).Fit(data), data.Schema, file);
        ITransformer loaded = new MLContext().Model.Load(file, out _);
        SpikeCode own = ((ISpikeTransformer)loaded).Codes[0];
        Assert.Equal(OnnxDraws.Runtime, own.Draws!.Value.OnnxDraws);
        Assert.NotEmpty(OnnxSession.Convert(_context, loaded, data, "Spikes"));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void ConvertToOnnx_refuses_draws_by_default_and_says_what_to_do(SpikeCode code)
    {
        SpikeCode refused = code.WithDraws(code.Draws!.Value with { OnnxDraws = OnnxDraws.Refuse });
        IDataView data = Rows.Of(_context, [6], HardValues.Features(5, 6));
        ITransformer model = Encoder(refused).Fit(data);
        string message = Assert.Throws<NotSupportedException>(() => OnnxSession.Convert(_context, model, data)).Message;
        Assert.StartsWith($"Column 'Spikes' ({code.Entry.Name}) cannot be converted to ONNX, because its spikes are drawn at "
            + "random", message, StringComparison.Ordinal);
        Assert.Contains("OnnxDraws = Runtime", message, StringComparison.Ordinal);
        Assert.Contains("mlContext.Data.Cache(encoder.Transform(data))", message, StringComparison.Ordinal);
    }

    private IEstimator<ITransformer> Encoder(SpikeCode code) =>
        code.Entry.MakeEstimator(_context, [new("Spikes", "Features")], code, default);

    private static double Sum(float[] spikes, int row, int neuron, int width)
    {
        double sum = 0;
        for (int step = 0; step < NumSteps; step++)
            sum += spikes[(row * NumSteps + step) * width + neuron];
        return sum;
    }
}
