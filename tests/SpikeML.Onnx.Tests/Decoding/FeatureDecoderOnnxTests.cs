using Microsoft.ML;

namespace SpikeML.Onnx.Tests.Decoding;

public class FeatureDecoderOnnxTests
{
    private readonly MLContext _context = new(seed: 1);

    public static TheoryData<SpikeCode> Codes => new((SpikeCode[])
    [
        new LatencyEncodingOptions(),
        new LatencyEncodingOptions { Linear = true, Normalize = true, NumSteps = 25, Clip = true, Threshold = 0.2 },
        new LatencyEncodingOptions { NumSteps = 40, Tau = 3, Interpolate = true, OnTarget = 0.7, OffTarget = 0.1 },
        new SpikeTimesEncodingOptions(),
        new SpikeTimesEncodingOptions { Latency = new() { Linear = true, Clip = true, Threshold = 0.3, Tau = 7 } },
        new SpikeTimesEncodingOptions { Latency = new() { Normalize = true } },
        new LogLatencyEncodingOptions { NumSteps = 30 },
        new RankOrderEncodingOptions(),
        new RankOrderEncodingOptions { NumSteps = 9, Modulation = 0.01 },
        new BurstEncodingOptions(),
        new PhaseEncodingOptions { NumSteps = 20 },
        new RegularRateEncodingOptions { NumSteps = 30, Gain = 2.7 },
        new LifCurrentEncodingOptions { NumSteps = 40, Gain = 3 },
        new LifCurrentEncodingOptions { StepSeconds = 0.01, Gain = 3, LeakPotential = 0.1 },
        new ReceptiveFieldEncodingOptions { NumSteps = 30 },
        new ReceptiveFieldEncodingOptions { NumSteps = 30, Range = new(0.2, 0.7) },
        new BinEncodingOptions { NumSteps = 20, Regular = true },
        new BinEncodingOptions { NumSteps = 20, NumFields = 2, MaxRate = 0.3, Range = new(0.2, 0.7) },
        new RateEncodingOptions { NumSteps = 30, FirstSpikeTime = 4, Gain = 0.7, Offset = 0.1 },
        new SignedRateEncodingOptions { NumSteps = 30, Gain = -0.7 },
        new PopulationRateEncodingOptions { NumSteps = 30 },
        new PoissonIntervalEncodingOptions { NumSteps = 30, Gain = 200, Intervals = PoissonIntervalDistribution.Exponential },
    ]);

    [Theory]
    [MemberData(nameof(Codes))]
    public void ConvertToOnnx_gives_the_same_bits_when_features_are_decoded(SpikeCode code) =>
        VerifyDecoding(code, Rows.Of(_context, [3, 5], HardValues.Features(200, 15)));

    [Theory]
    [MemberData(nameof(Codes))]
    public void ConvertToOnnx_gives_the_same_bits_when_a_scalar_is_decoded(SpikeCode code) =>
        VerifyDecoding(code, Rows.OfScalars(_context, HardValues.Features(200, 1).Select(row => row[0])));

    [Fact]
    public void ConvertToOnnx_refuses_the_decoder_of_Poisson_distributed_intervals()
    {
        PoissonIntervalEncodingOptions code = new() { NumSteps = 30, Intervals = PoissonIntervalDistribution.Poisson };
        var error = Assert.Throws<NotSupportedException>(() =>
            VerifyDecoding(code, Rows.Of(_context, [3], HardValues.Features(9, 3))));
        Assert.StartsWith("Column 'Decoded' (decode) cannot be converted to ONNX, because the decoder of Poisson-distributed "
            + "intervals solves an equation", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Converts the decoder alone: its input are the spikes of drawn codes too.</summary>
    private void VerifyDecoding(SpikeCode code, IDataView data)
    {
        ITransformer encoder = code.Entry.MakeEstimator(_context, [new("Spikes", "Features")], code, default).Fit(data);
        IDataView spikes = _context.Data.Cache(encoder.Transform(data), "Spikes");
        IDataView alone = _context.Transforms.SelectColumns("Spikes").Fit(spikes).Transform(spikes);
        SpikeCode fitted = ((ISpikeTransformer)encoder).Codes[0];
        SameBits.Verify(_context, _context.Transforms.Spikes.Decode("Decoded", "Spikes", fitted).Fit(alone),
            _context.Data.Cache(alone), "Decoded");
    }
}
