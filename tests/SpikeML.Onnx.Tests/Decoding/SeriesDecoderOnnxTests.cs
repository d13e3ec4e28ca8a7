using Microsoft.ML;

namespace SpikeML.Onnx.Tests.Decoding;

public class SeriesDecoderOnnxTests
{
    private readonly MLContext _context = new(seed: 1);

    public static TheoryData<SpikeCode> Codes => new((SpikeCode[])
    [
        new DeltaEncodingOptions { Threshold = 0.1, OffSpike = true },
        new StepForwardEncodingOptions { Threshold = 0.3 },
        new MovingWindowEncodingOptions { Threshold = 0.25, Window = 3 },
        new ThresholdBasedEncodingOptions { Threshold = 0.25 },
        new ResidueEncodingOptions { Threshold = 0.1 },
        new BsaEncodingOptions(),
        new MultiThresholdEncodingOptions { NumThresholds = 5, Lowest = -1, Highest = 1 },
        new PulseWidthEncodingOptions { Lowest = -1, Highest = 1 },
        new PulseWidthEncodingOptions { Period = 4, OffSpike = false, Lowest = 5, Highest = 6 },
    ]);

    [Theory]
    [MemberData(nameof(Codes))]
    public void ConvertToOnnx_gives_the_same_bits_when_series_are_encoded_and_decoded(SpikeCode code) =>
        Verify(code, Rows.Of(_context, [30, 2, 3], HardValues.Series(60, 30, 6)), 0.7f);

    [Theory]
    [MemberData(nameof(Codes))]
    public void ConvertToOnnx_gives_the_same_bits_when_a_series_of_one_neuron_is_decoded(SpikeCode code) =>
        Verify(code, Rows.Of(_context, [30], HardValues.Series(60, 30, 1)), -0f);

    [Theory]
    [MemberData(nameof(Codes))]
    public void ConvertToOnnx_gives_the_same_bits_when_one_step_is_decoded(SpikeCode code) =>
        Verify(code, Rows.Of(_context, [1, 4], HardValues.Series(60, 1, 4)), 1);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ConvertToOnnx_gives_the_same_bits_when_series_start_at_values_of_a_column(bool scalar)
    {
        DeltaEncodingOptions code = new() { OffSpike = true };
        Random random = new(3);
        IDataView data = _context.Data.LoadFromEnumerable(HardValues.Series(40, 10, 3).Select(row => new StartedRow
        {
            Features = row,
            Start = [random.NextDouble(), 1 / 3.0, -0.0],
            OneStart = random.NextSingle(),
        }).ToArray());
        SameBits.Verify(_context, _context.Transforms.Spikes.Reshape("Features", null, [10, 3])
            .Append(_context.Transforms.Spikes.EncodeDelta("Spikes", "Features", code))
            .Append(_context.Transforms.Spikes.Decode("Decoded", "Spikes", code, scalar ? "OneStart" : "Start")),
            data, "Decoded");
    }

    private void Verify(SpikeCode code, IDataView data, float initialValue) => SameBits.Verify(_context,
        code.Entry.MakeEstimator(_context, [new("Spikes", "Features")], code, default)
            .Append(_context.Transforms.Spikes.Decode("Decoded", "Spikes", code, initialValue)), data, "Spikes", "Decoded");

    private sealed class StartedRow
    {
        [Microsoft.ML.Data.VectorType(30)]
        public float[] Features { get; set; } = [];

        [Microsoft.ML.Data.VectorType(3)]
        public double[] Start { get; set; } = [];

        public float OneStart { get; set; }
    }
}
