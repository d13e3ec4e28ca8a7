using Microsoft.ML;

namespace SpikeML.Onnx.Tests.Encoding;

public class FeatureCodeOnnxTests
{
    private readonly MLContext _context = new(seed: 1);

    public static TheoryData<SpikeCode> Codes => new((SpikeCode[])
    [
        new LogLatencyEncodingOptions { NumSteps = 40 },
        new LogLatencyEncodingOptions { NumSteps = 1 },
        new LogLatencyEncodingOptions { NumSteps = 700 },
        new RegularRateEncodingOptions { NumSteps = 30 },
        new RegularRateEncodingOptions { NumSteps = 30, Gain = 2.7, InitialPhase = 0.3 },
        new PhaseEncodingOptions(),
        new PhaseEncodingOptions { NumSteps = 50, Period = 24 },
        new PhaseEncodingOptions { NumSteps = 3, Period = 1 },
        new BurstEncodingOptions(),
        new BurstEncodingOptions { NumSteps = 60, MaxSpikes = 7, MinGap = 0, MaxGap = 5 },
        new RankOrderEncodingOptions(),
        new RankOrderEncodingOptions { NumSteps = 7 },
        new RankOrderEncodingOptions { NumSteps = 60 },
        new LifCurrentEncodingOptions { NumSteps = 40, Gain = 3 },
        new LifCurrentEncodingOptions { StepSeconds = 0.002, Gain = 5, LeakPotential = -0.3, ResetPotential = -0.1 },
        new ReceptiveFieldEncodingOptions { NumSteps = 30 },
        new ReceptiveFieldEncodingOptions { NumSteps = 100, NumFields = 3, Range = new(0.2, 0.7), WidthFactor = 0.7 },
        new BinEncodingOptions { NumSteps = 20, Regular = true },
        new BinEncodingOptions
        {
            NumSteps = 20, Regular = true, NumFields = 2, Width = 0.01, MaxRate = 0.6, Range = new(0.5, 0.5),
        },
        new ScaleOptions(),
        new ScaleOptions { PerSlot = false, LowerQuantile = 0.1, UpperQuantile = 0.9 },
        new ScaleOptions { LowerQuantile = 0.1, UpperQuantile = 0.9, Clamp = false },
        new SpikeTimesEncodingOptions(),
        new SpikeTimesEncodingOptions { Latency = new() { Clip = true, Normalize = true, Threshold = 0.2 } },
    ]);

    [Theory]
    [MemberData(nameof(Codes))]
    public void ConvertToOnnx_gives_the_same_bits_when_features_are_Single(SpikeCode code) =>
        SameBits.Verify(_context, Estimator(code), Rows.Of(_context, [5, 8], HardValues.Features(200, 40)), "Spikes");

    [Theory]
    [MemberData(nameof(Codes))]
    public void ConvertToOnnx_gives_the_same_bits_when_features_are_Double(SpikeCode code) => SameBits.Verify(_context,
        Estimator(code), Rows.Of(_context, [40], Rows.AsDoubles(HardValues.Features(100, 40)).Select(row =>
            row.Select(value => Math.Clamp(value, 0, 1)).ToArray())), "Spikes");

    [Theory]
    [MemberData(nameof(Codes))]
    public void ConvertToOnnx_gives_the_same_bits_when_features_are_bits_of_Byte(SpikeCode code) => SameBits.Verify(_context,
        Estimator(code), Rows.Of(_context, [9], HardValues.Features(100, 9).Select(row =>
            row.Select(value => (byte)(value > 0.5f ? 1 : 0)).ToArray())), "Spikes");

    [Theory]
    [MemberData(nameof(Codes))]
    public void ConvertToOnnx_gives_the_same_bits_when_the_feature_is_a_scalar(SpikeCode code) =>
        SameBits.Verify(_context, Estimator(code),
            Rows.OfScalars(_context, HardValues.Features(300, 1).Select(row => row[0])), "Spikes");

    private IEstimator<ITransformer> Estimator(SpikeCode code) =>
        code.Entry.MakeEstimator(_context, [new("Spikes", "Features")], code, default);
}
