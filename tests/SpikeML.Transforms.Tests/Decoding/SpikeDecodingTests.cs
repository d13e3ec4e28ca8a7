using Microsoft.ML;
using SpikeML.Tests.Conformance;
using SpikeML.Tests.Pipelines;

namespace SpikeML.Tests.Decoding;

public class SpikeDecodingTests
{
    private readonly MLContext _context = new(seed: 1);

    private static readonly float[] Wave = [.. Enumerable.Range(0, 64).Select(step => (float)(0.5 - 0.5 * Math.Cos(step * 0.1)))];

    public static TheoryData<DecodableOptions> Codes => new()
    {
        new DeltaEncodingOptions { Threshold = 0.04, Padding = true, OffSpike = true },
        new StepForwardEncodingOptions { Threshold = 0.1 },
        new ThresholdBasedEncodingOptions { Threshold = 0.04 },
        new MovingWindowEncodingOptions { Threshold = 0.04, Window = 2 },
        new BsaEncodingOptions { Threshold = 0.5 },
        new ResidueEncodingOptions { Threshold = 0.1 },
        new MultiThresholdEncodingOptions { NumThresholds = 9, Lowest = 0, Highest = 1 },
        new PhaseEncodingOptions(),
        new RegularRateEncodingOptions { NumSteps = 20 },
        new LogLatencyEncodingOptions { NumSteps = 12 },
        new ReceptiveFieldEncodingOptions { Range = ValueRange.Unit },
    };

    [Theory]
    [MemberData(nameof(Codes))]
    public void Decode_restores_what_every_code_encoded_and_so_does_its_saved_model(DecodableOptions code)
    {
        IDataView data = OneColumn.Of(_context, [64], Wave);
        IDataView spikes = Encode(code).Fit(data).Transform(data);
        ITransformer model = _context.Transforms.Spikes.Decode("Restored", "S", code).Fit(spikes);
        float[] restored = OneColumn.Read(model.Transform(spikes), "Restored")[0];
        Assert.Equal([64], OneColumn.Dimensions(model.Transform(spikes), "Restored"));
        double noise = Wave.Zip(restored, (value, other) => Math.Pow(value - other, 2)).Average();
        // Saying the mean all the time would make 0.125.
        Assert.InRange(noise, 0, 0.08);
        Assert.Equal(restored, OneColumn.Read(ModelFile.RoundTrip(_context, model, spikes.Schema, out _).Transform(spikes), "Restored")[0]);
    }

    [Fact]
    public void Decode_refuses_a_column_that_the_code_cannot_have_made()
    {
        IDataView data = OneColumn.Of(_context, [7, 3], new float[21]);
        Assert.Contains("spikes as PhaseEncodingOptions",
            Assert.Throws<ArgumentOutOfRangeException>(() => _context.Transforms.Spikes.Decode("R", "Features", new PhaseEncodingOptions()).Fit(data).Transform(data)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_refuses_options_that_leave_open_what_it_needs() =>
        Assert.Contains("set Threshold", Assert.Throws<ArgumentException>(() =>
            _context.Transforms.Spikes.Decode("R", "S", new StepForwardEncodingOptions())).Message, StringComparison.Ordinal);

    private IEstimator<ITransformer> Encode(DecodableOptions code)
    {
        SpikeCatalog spikes = _context.Transforms.Spikes;
        return code switch
        {
            DeltaEncodingOptions own => spikes.EncodeDelta("S", "Features", own),
            StepForwardEncodingOptions own => spikes.EncodeStepForward("S", "Features", own),
            ThresholdBasedEncodingOptions own => spikes.EncodeThresholdBased("S", "Features", own),
            MovingWindowEncodingOptions own => spikes.EncodeMovingWindow("S", "Features", own),
            BsaEncodingOptions own => spikes.EncodeBsa("S", "Features", own),
            ResidueEncodingOptions own => spikes.EncodeResidue("S", "Features", own),
            MultiThresholdEncodingOptions own => spikes.EncodeMultiThreshold("S", "Features", own),
            PhaseEncodingOptions own => spikes.EncodePhase("S", "Features", own),
            RegularRateEncodingOptions own => spikes.EncodeRegularRate("S", "Features", own),
            LogLatencyEncodingOptions own => spikes.EncodeLogLatency("S", "Features", own),
            ReceptiveFieldEncodingOptions own => spikes.EncodeReceptiveFields("S", "Features", own),
            _ => throw new ArgumentException($"{code} has no encoder here.", nameof(code)),
        };
    }
}
