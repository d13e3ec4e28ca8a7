using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Onnx.Tests.Encoding;

public class TargetOnnxTests
{
    private readonly MLContext _context = new(seed: 1);

    public static TheoryData<SpikeCode> Codes => new((SpikeCode[])
    [
        new LatencyTargetEncodingOptions(),
        new LatencyTargetEncodingOptions 
        {
            NumClasses = 7,
            Latency = new() { NumSteps = 20, OnTarget = 0.8, OffTarget = 0.1, Interpolate = true },
        },
        new RateTargetEncodingOptions { NumSteps = 20 },
        new RateTargetEncodingOptions 
        {
            NumSteps = 20, CorrectRate = 0.7, IncorrectRate = 0.07, FirstSpikeTime = 3, Interpolate = true,
        },
        new RateTargetEncodingOptions { NumSteps = 20, NumClasses = 12, OnTarget = 0.8, OffTarget = 0.1 },
    ]);

    [Theory]
    [MemberData(nameof(Codes))]
    public void ConvertToOnnx_gives_the_same_bits_when_labels_are_keys_numbers_or_vectors(SpikeCode code)
    {
        Random random = new(1);
        IDataView data = _context.Data.LoadFromEnumerable(Enumerable.Range(0, 40).Select(_ => new Labels
        {
            Key = (uint)random.Next(5),
            Number = random.Next(5),
            Whole = random.Next(5),
            Two = [random.Next(5), random.Next(5)],
        }).ToArray());
        foreach (string column in (string[])["Key", "Number", "Whole", "Two"])
        {
            IDataView own = _context.Transforms.SelectColumns(column).Fit(data).Transform(data);
            SameBits.Verify(_context, code.Entry.MakeEstimator(_context, [new("Targets", column)], code, default).Fit(own),
                _context.Data.Cache(own), "Targets");
        }
    }

    [Fact]
    public void ConvertToOnnx_refuses_targets_that_are_drawn()
    {
        IDataView data = Rows.OfScalars(_context, [1f, 0, 2]);
        ITransformer model = _context.Transforms.Spikes.EncodeRateTargets(
            "Targets", "Features", new() { CorrectRate = 0.7, FiringPattern = FiringPattern.Poisson }).Fit(data);
        var error = Assert.Throws<NotSupportedException>(() => OnnxSession.Convert(_context, model, data, "Targets"));
        Assert.Contains("because its targets are drawn at random", error.Message, StringComparison.Ordinal);
    }

    private sealed class Labels
    {
        [KeyType(5)]
        public uint Key { get; set; }

        public float Number { get; set; }

        public int Whole { get; set; }

        [VectorType(2)]
        public float[] Two { get; set; } = [];
    }
}
