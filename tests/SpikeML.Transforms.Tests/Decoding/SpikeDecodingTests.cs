using Microsoft.ML;
using SpikeML.Tests.Conformance;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Decoding;

public class SpikeDecodingTests
{
    private readonly MLContext _context = new(seed: 1);

    private static readonly float[] Wave = [.. Enumerable.Range(0, 64).Select(step => (float)(0.5 - 0.5 * Math.Cos(step * 0.1)))];

    public static TheoryData<SpikeCode> Codes => new()
    {
        new DeltaEncodingOptions { Threshold = 0.04, Padding = true, OffSpike = true },
        new StepForwardEncodingOptions { Threshold = 0.1 },
        new ThresholdBasedEncodingOptions { Threshold = 0.04 },
        new MovingWindowEncodingOptions { Threshold = 0.04, Window = 2 },
        new BsaEncodingOptions { Threshold = 0.5 },
        new ResidueEncodingOptions { Threshold = 0.1 },
        new PulseWidthEncodingOptions { Period = 4, Lowest = 0, Highest = 1 },
        new BinEncodingOptions { Range = ValueRange.Unit, Seed = 1 },
        new MultiThresholdEncodingOptions { NumThresholds = 9, Lowest = 0, Highest = 1 },
        new PhaseEncodingOptions(),
        new RegularRateEncodingOptions { NumSteps = 20 },
        new LogLatencyEncodingOptions { NumSteps = 12 },
        new ReceptiveFieldEncodingOptions { Range = ValueRange.Unit },
        new PopulationRateEncodingOptions { Range = ValueRange.Unit, Seed = 1 },
        new RateEncodingOptions { Seed = 1 },
        new SignedRateEncodingOptions { Seed = 1 },
        new PoissonIntervalEncodingOptions { Gain = 500 },
        new LatencyEncodingOptions { NumSteps = 50, Linear = true, Normalize = true },
        new SpikeTimesEncodingOptions { Latency = new() { Tau = 3 } },
        new BurstEncodingOptions(),
        new RankOrderEncodingOptions { Modulation = 0.97 },
        new LifCurrentEncodingOptions { Gain = 8 },
    };

    [Theory]
    [MemberData(nameof(Codes))]
    public void Decode_restores_what_every_code_encoded_and_so_does_its_saved_model(SpikeCode code)
    {
        IDataView data = OneColumn.Of(_context, [64], Wave);
        IDataView spikes = _context.Transforms.Spikes.Encode("S", "Features", code).Fit(data).Transform(data);
        ITransformer model = _context.Transforms.Spikes.Decode("Restored", "S", code).Fit(spikes);
        float[] restored = OneColumn.Read(model.Transform(spikes), "Restored")[0];
        Assert.Equal([64], OneColumn.Dimensions(model.Transform(spikes), "Restored"));
        double noise = Wave.Zip(restored, (value, other) => Math.Pow(value - other, 2)).Average();
        // Saying the mean all the time would make 0.125.
        Assert.InRange(noise, 0, 0.08);
        Assert.Equal(restored, OneColumn.Read(ModelFile.RoundTrip(_context, model, spikes.Schema, out _).Transform(spikes),
            "Restored")[0]);
    }

    [Fact]
    public void Decode_refuses_a_column_that_the_code_cannot_have_made()
    {
        IDataView data = OneColumn.Of(_context, [7, 3], new float[21]);
        Assert.Contains("spikes of phase coding with the same options",
            Assert.Throws<ArgumentOutOfRangeException>(() =>
                _context.Transforms.Spikes.Decode("R", "Features", new PhaseEncodingOptions()).Fit(data).Transform(data)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_refuses_options_that_leave_open_what_it_needs() =>
        Assert.Contains("set Threshold", Assert.Throws<ArgumentException>(() =>
            _context.Transforms.Spikes.Decode("R", "S", new StepForwardEncodingOptions())).Message, StringComparison.Ordinal);

    [Fact]
    public void Decode_names_the_option_that_is_out_of_range()
    {
        StepForwardEncodingOptions code = new() { Threshold = 1 };
        SpikeCatalog spikes = _context.Transforms.Spikes;
        Assert.Throws<ArgumentNullException>("code", () => spikes.Decode("R", "S", null!));
        Assert.Throws<ArgumentOutOfRangeException>("initialValue", () => spikes.Decode("R", "S", code, float.NaN));
        Assert.Throws<ArgumentException>("initialValueColumnName", () =>
            new SpikeDecodingOptions { Code = code, InitialValueColumnName = "" }.Validate());
        Assert.Throws<ArgumentException>("initialValueColumnName", () =>
            spikes.Decode("R", "S", new PhaseEncodingOptions(), "First"));
    }

    [Fact]
    public void Decode_takes_the_ranges_that_were_learned_for_each_slot_and_so_does_its_saved_model()
    {
        IDataView data = OneColumn.Of(_context, [2], [-100, 0.1f], [100, 0.3f], [50, 0.15f]);
        SpikeTransformer<ReceptiveFieldEncodingOptions> encoder =
            _context.Transforms.Spikes.EncodeReceptiveFields("S", "Features", new() { NumFields = 12 }).Fit(data);
        IDataView spikes = encoder.Transform(data);
        Assert.Throws<ArgumentException>(() => _context.Transforms.Spikes.Decode("R", "S",
            new ReceptiveFieldEncodingOptions { NumFields = 12 }));
        ITransformer model = _context.Transforms.Spikes.Decode("R", "S", encoder.Codes[0]).Fit(spikes);
        float[] restored = OneColumn.Read(model.Transform(spikes), "R")[2];
        Assert.Equal(50, restored[0], 5f);
        Assert.Equal(0.15f, restored[1], 0.005f);
        Assert.Equal(restored, OneColumn.Read(ModelFile.RoundTrip(_context, model, spikes.Schema, out _).Transform(spikes),
            "R")[2]);
        IDataView other = OneColumn.Of(_context, [100, 3, 12], new float[3600]);
        Assert.Throws<ArgumentOutOfRangeException>(() => _context.Transforms.Spikes.Decode("R", "Features", encoder.Codes[0])
            .Fit(other).Transform(other));
    }
}
