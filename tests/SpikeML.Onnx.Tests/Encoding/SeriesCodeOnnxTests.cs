using Microsoft.ML;

namespace SpikeML.Onnx.Tests.Encoding;

public class SeriesCodeOnnxTests
{
    private readonly MLContext _context = new(seed: 1);

    public static TheoryData<SpikeCode> Codes => new((SpikeCode[])
    [
        new DeltaEncodingOptions { Threshold = 0.25 },
        new DeltaEncodingOptions { Threshold = 0.1, Padding = true, OffSpike = true },
        new DeltaEncodingOptions { Threshold = 0, OffSpike = true },
        new StepForwardEncodingOptions { Threshold = 0.25 },
        new StepForwardEncodingOptions(),
        new ThresholdBasedEncodingOptions { Threshold = 0.25 },
        new ThresholdBasedEncodingOptions { Factor = 0 },
        new ThresholdBasedEncodingOptions { Factor = 1.3 },
        new ThresholdBasedEncodingOptions(),
        new MovingWindowEncodingOptions { Threshold = 0.25, Window = 3 },
        new MovingWindowEncodingOptions { Threshold = 0.1, Window = 40 },
        new MovingWindowEncodingOptions(),
        new BsaEncodingOptions(),
        new BsaEncodingOptions { Filter = [0.5f, 0.5f], Threshold = 0.1 },
        new BsaEncodingOptions { Filter = [0.3f], Threshold = 0 },
        new ResidueEncodingOptions { Threshold = 0.25 },
        new ResidueEncodingOptions { Threshold = 0.1 },
        new MultiThresholdEncodingOptions { NumThresholds = 5, Lowest = -1, Highest = 1 },
        new MultiThresholdEncodingOptions { NumThresholds = 40 },
        new PulseWidthEncodingOptions(),
        new PulseWidthEncodingOptions { Period = 4, OffSpike = false, Lowest = -1, Highest = 1 },
        new SpikeReadoutOptions { Kind = SpikeReadoutKind.Count },
    ]);

    [Theory]
    [MemberData(nameof(Codes))]
    public void ConvertToOnnx_gives_the_same_bits_when_series_are_Single(SpikeCode code) =>
        SameBits.Verify(_context, Estimator(code), Rows.Of(_context, [30, 2, 9], HardValues.Series(60, 30, 18)), "Spikes");

    [Theory]
    [MemberData(nameof(Codes))]
    public void ConvertToOnnx_gives_the_same_bits_when_series_are_of_one_neuron(SpikeCode code) =>
        SameBits.Verify(_context, Estimator(code), Rows.Of(_context, [30], HardValues.Series(100, 30, 1)), "Spikes");

    [Theory]
    [MemberData(nameof(Codes))]
    public void ConvertToOnnx_gives_the_same_bits_when_series_have_one_step(SpikeCode code) =>
        SameBits.Verify(_context, Estimator(code), Rows.Of(_context, [1, 3], HardValues.Series(50, 1, 3)), "Spikes");

    [Theory]
    [MemberData(nameof(Codes))]
    public void ConvertToOnnx_gives_the_same_bits_when_series_are_Double(SpikeCode code)
    {
        if (code is SpikeReadoutOptions)
            return;
        SameBits.Verify(_context, Estimator(code), 
            Rows.Of(_context, [30, 5], Rows.AsDoubles(HardValues.Series(60, 30, 5))), "Spikes");
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void ConvertToOnnx_gives_the_same_bits_when_series_are_Byte(SpikeCode code)
    {
        if (code is SpikeReadoutOptions)
            return;
        SameBits.Verify(_context, Estimator(code), Rows.Of(_context, [30, 5],
            HardValues.Series(60, 30, 5).Select(row =>
                row.Select(value => (byte)Math.Clamp(100 + 40 * value, 0, 255)).ToArray())), "Spikes");
    }

    private IEstimator<ITransformer> Estimator(SpikeCode code) =>
        code.Entry.MakeEstimator(_context, [new("Spikes", "Features")], code, default);
}
