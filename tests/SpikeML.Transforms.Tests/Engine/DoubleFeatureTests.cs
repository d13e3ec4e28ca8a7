using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tests.Engine;

/// <summary>Features of Double keep their precision until the lowest value of a range, or an offset, is subtracted.</summary>
public class DoubleFeatureTests
{
    private static readonly double[] Far = [1e8, 1e8 + 1, 1e8 + 2, 1e8 + 3, 1e8 + 4];
    private static readonly float[] Near = [0, 1, 2, 3, 4];

    private readonly MLContext _context = new(seed: 1);

    [Fact]
    public void Scale_learns_and_subtracts_in_double_precision()
    {
        IDataView data = OneColumn.Of(_context, "Features", [1], Rows(Far));
        var model = _context.Transforms.Spikes.Scale("S", "Features").Fit(data);
        Assert.Equal([new ValueRange(1e8, 1e8 + 4)], model.Codes[0].LearnedRanges);
        Assert.Equal([0, 0.25f, 0.5f, 0.75f, 1], Column(model.Transform(data), "S"));
    }

    [Fact]
    public void Scale_learns_quantiles_in_double_precision()
    {
        ScaleOptions options = new() { LowerQuantile = 0.25, UpperQuantile = 0.75, PerSlot = false, Clamp = false };
        IDataView data = OneColumn.Of(_context, "Features", [5], [Far]);
        var model = _context.Transforms.Spikes.Scale("S", "Features", options).Fit(data);
        Assert.Equal([new ValueRange(1e8 + 1, 1e8 + 3)], model.Codes[0].LearnedRanges);
        Assert.Equal([-0.5f, 0, 0.5f, 1, 1.5f], OneColumn.Read(model.Transform(data), "S")[0]);
        float[] scaled = new float[5];
        RangeScaling.Scale(Far, scaled, [new ValueRange(1e8, 1e8 + 4)]);
        Assert.Equal([0, 0.25f, 0.5f, 0.75f, 1], scaled);
    }

    [Fact]
    public void Scale_of_a_scalar_subtracts_in_double_precision()
    {
        IDataView data = _context.Data.LoadFromEnumerable(Far.Select(value => new Scalar { Features = value }));
        IDataView scaled = _context.Transforms.Spikes.Scale("S", "Features").Fit(data).Transform(data);
        Assert.Equal([0, 0.25f, 0.5f, 0.75f, 1], scaled.GetColumn<float>("S"));
    }

    [Fact]
    public void EncodeReceptiveFields_places_fields_in_double_precision()
    {
        ReceptiveFieldEncodingOptions options = new() { NumSteps = 20, NumFields = 6 };
        Assert.Equal(Encode(options, Near), Encode(options, Far));
        Assert.Equal(Encode(options with { Range = new(0, 4) }, Near), Encode(options with { Range = new(1e8, 1e8 + 4) }, Far));
    }

    [Fact]
    public void EncodeBins_places_bins_in_double_precision()
    {
        BinEncodingOptions options = new() { NumSteps = 20, NumFields = 5, Regular = true };
        Assert.Equal(Encode(options, Near), Encode(options, Far));
    }

    [Fact]
    public void Population_rates_and_drawn_bins_fire_where_the_value_is()
    {
        PopulationCode[] codes =
        [
            new PopulationRateEncodingOptions { NumFields = 7, WidthFactor = 4, Seed = 1 },
            new BinEncodingOptions { NumFields = 5, Width = 0.02, Seed = 1 },
        ];
        foreach (PopulationCode code in codes)
        {
            float[][] rows = [.. Encode(code, Far).Chunk(code.NumSteps * code.NumFields)];
            // At the ends of the range two fields of a population are equally near.
            Assert.Equal(code is BinEncodingOptions ? [1, 2, 3] : [2, 3, 4], rows[1..4].Select(row => Enumerable
                .Range(0, code.NumFields).MaxBy(field => row.Where((_, slot) => slot % code.NumFields == field).Sum())));
        }
    }

    [Fact]
    public void Kernels_of_populations_take_doubles()
    {
        float[] near = new float[5 * 20 * 6], far = new float[near.Length];
        ReceptiveFieldEncodingOptions fields = new() { NumSteps = 20, NumFields = 6 };
        ReceptiveFieldEncoding.Encode(Near, near, [new ValueRange(0, 4)], fields);
        ReceptiveFieldEncoding.Encode(Far, far, [new ValueRange(1e8, 1e8 + 4)], fields);
        Assert.Equal(near, far);
        BinEncodingOptions bins = new() { NumSteps = 20, NumFields = 6, Regular = true };
        BinEncoding.Encode(Near, near, [new ValueRange(0, 4)], bins);
        BinEncoding.Encode(Far, far, [new ValueRange(1e8, 1e8 + 4)], bins);
        Assert.Equal(near, far);
        PopulationRateEncodingOptions rates = new() { NumSteps = 20, NumFields = 6, Seed = 1 };
        PopulationRateEncoding.Encode([.. Near.Select(value => (double)value)], far, [new ValueRange(0, 4)], rates);
        PopulationRateEncoding.Encode(Near, near, [new ValueRange(0, 4)], rates);
        Assert.Equal(near, far);
    }

    [Fact]
    public void EncodeRankOrder_orders_doubles_that_single_precision_does_not_tell_apart()
    {
        IDataView data = OneColumn.Of(_context, "Features", [5], [[1e8 + 1, 1e8 + 3, 1e8 + 1, 1e8, 1e8 + 2]]);
        float[] spikes = OneColumn.Read(
            _context.Transforms.Spikes.EncodeRankOrder("S", "Features").Fit(data).Transform(data), "S")[0];
        Assert.Equal([1, 4, 0, 2, 3], Enumerable.Range(0, 5).Select(step => spikes.AsSpan(step * 5, 5).IndexOf(1)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void EncodeRate_takes_an_offset_off_in_double_precision(bool timeVarying)
    {
        RateEncodingOptions options = new() { Offset = -1e8, Seed = 1, TimeVarying = timeVarying };
        double[] row = [.. Enumerable.Range(0, 300).Select(slot => 1e8 + (slot % 3) / 2.0)];
        IDataView data = OneColumn.Of(_context, "Features", [row.Length], [row]);
        float[] spikes = OneColumn.Read(
            _context.Transforms.Spikes.EncodeRate("S", "Features", options).Fit(data).Transform(data), "S")[0];
        double Rate(int kind) => spikes.Where((_, slot) => slot % 3 == kind).Average();
        Assert.Equal((0, 1), (Rate(0), Rate(2)));
        Assert.InRange(Rate(1), 0.3, 0.7);
    }

    [Fact]
    public void EncodeLifCurrent_takes_its_leak_potential_off_in_double_precision()
    {
        LifCurrentEncodingOptions options = new() { NumSteps = 200 };
        float[] near = Read(options, [0.5f, 1.5f, 2.5f, 3.5f]);
        Assert.Contains(1, near);
        Assert.Equal(near, Read(options with { LeakPotential = -1e8 }, [1e8 + 0.5, 1e8 + 1.5, 1e8 + 2.5, 1e8 + 3.5]));
    }

    [Fact]
    public void Doubles_that_singles_hold_have_the_spikes_of_the_singles()
    {
        Random random = new(1);
        float[] row = [.. Enumerable.Range(0, 37).Select(_ => random.NextSingle())];
        SpikeCode[] codes = [.. SpikeCodes.Encoders.Where(entry => entry.Default is FeatureCode).Select(entry =>
            entry.Default!.WithDraws(new() { Seed = 1 }))];
        Assert.Contains(codes, code => code is PoissonIntervalEncodingOptions);
        foreach (SpikeCode code in codes)
            Assert.Equal(Read(code, row), Read(code, [.. row.Select(value => (double)value)]));
    }

    private float[] Read<T>(SpikeCode code, T[] row)
    {
        IDataView data = OneColumn.Of(_context, "Features", [row.Length], row);
        return OneColumn.Read(
            _context.Transforms.Spikes.Encode([new("S", "Features")], code).Fit(data).Transform(data), "S")[0];
    }

    /// <summary>Each value is a row, so that their range is learned.</summary>
    private float[] Encode<T>(SpikeCode code, T[] values)
    {
        IDataView data = OneColumn.Of(_context, "Features", [1], Rows(values));
        IDataView spikes = _context.Transforms.Spikes.Encode([new("S", "Features")], code).Fit(data).Transform(data);
        return [.. OneColumn.Read(spikes, "S").SelectMany(row => row)];
    }

    private static T[][] Rows<T>(T[] values) => [.. values.Select(value => new[] { value })];

    private static float[] Column(IDataView data, string name) => [.. OneColumn.Read(data, name).Select(row => row[0])];

    private sealed class Scalar
    {
        public double Features { get; set; }
    }
}
