using Microsoft.ML;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Encoding.Scaling;

public class ScaleTests
{
    private readonly MLContext _context = new(seed: 1);

    [Fact]
    public void Scale_learns_a_range_for_each_slot_and_clamps()
    {
        SpikeTransformer<ScaleOptions> model = Fit(new(), [0, -5, 7], [10, 5, 7]);
        Assert.Equal([[0.5f, 1, 0], [0, 0.25f, 1]],
            OneColumn.Read(model.Transform(OneColumn.Of(_context, [3], [5, 20, 7], [-3, -2.5f, 8])), "Scaled"));
    }

    [Fact]
    public void Scale_learns_one_range_for_the_whole_vector()
    {
        SpikeTransformer<ScaleOptions> model = Fit(new() { PerSlot = false, Clamp = false }, [0, -10, 5], [10, 0, 5]);
        Assert.Equal([[1.5f, 0, 0.75f]], OneColumn.Read(model.Transform(OneColumn.Of(_context, [3], [20, -10, 5])), "Scaled"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Scale_learns_quantiles(bool perSlot)
    {
        // 0 to 100 in either slot, and one value far off.
        float[][] rows = [.. Enumerable.Range(0, 101).Select(value => new float[] { value, 100 - value })];
        SpikeTransformer<ScaleOptions> model = Fit(new() { PerSlot = perSlot, LowerQuantile = 0.1, UpperQuantile = 0.9 },
            [.. rows, [1e6f, 1e6f]]);
        Assert.All(model.Codes[0].LearnedRanges, range =>
        {
            Assert.InRange(range.Lowest, 10, 10.5f);
            Assert.InRange(range.Highest, 90.5f, 91.5f);
        });
    }

    [Fact]
    public void Scale_takes_quantiles_of_many_rows_from_a_sample()
    {
        float[][] rows = [.. Enumerable.Range(0, 5000).Select(value => new float[] { value, 0 })];
        SpikeTransformer<ScaleOptions> model = Fit(new() { LowerQuantile = 0.25, UpperQuantile = 0.75, MaxQuantileRows = 500 },
            rows);
        Assert.InRange(model.Codes[0].LearnedRanges[0].Lowest, 1000, 1500);
        Assert.InRange(model.Codes[0].LearnedRanges[0].Highest, 3500, 4000);
    }

    [Fact]
    public void Scaled_sensor_values_can_be_encoded_at_once()
    {
        IDataView data = OneColumn.Of(_context, [2], [250, -40], [900, 85], [600, 20]);
        var pipeline = _context.Transforms.Spikes.Scale("Scaled", "Features")
            .Append(_context.Transforms.Spikes.EncodeLogLatency("S", "Scaled", new() { NumSteps = 4 }));
        IDataView beyond = OneColumn.Of(_context, [2], [5000, -400]);
        Assert.Equal([[1, 0, 0, 0, 0, 0, 0, 1]], OneColumn.Read(pipeline.Fit(data).Transform(beyond), "S"));
    }

    [Theory]
    [InlineData(-0.1, 1)]
    [InlineData(0.5, 0.5)]
    [InlineData(0, 1.1)]
    [InlineData(double.NaN, 1)]
    public void Quantiles_are_checked(double lower, double upper) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _context.Transforms.Spikes.Scale("S",
            options: new() { LowerQuantile = lower, UpperQuantile = upper }));

    [Fact]
    public void Fitting_on_a_missing_value_names_it()
    {
        var error = Assert.Throws<InvalidFeatureException>(() => Fit(new(), [0, 1, float.NaN]));
        Assert.Equal(("Features", 2), (error.ColumnName, error.Slot));
    }

    [Fact]
    public void Scale_refuses_features_and_ranges_that_do_not_fit()
    {
        Assert.StartsWith("Scaling 2 features needs room for as many values, got 3.", Assert.Throws<ArgumentException>(
            "scaled", () => RangeScaling.Scale([1f, 2], new float[3], [ValueRange.Unit])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() =>
            RangeScaling.Scale([1f, 2, 3], new float[3], [ValueRange.Unit, ValueRange.Unit]));
        Assert.Equal(1, Assert.Throws<InvalidFeatureException>(() =>
            RangeScaling.Scale([1f, float.NaN], new float[2], [ValueRange.Unit])).Slot);
    }

    private SpikeTransformer<ScaleOptions> Fit(ScaleOptions options, params float[][] rows) =>
        _context.Transforms.Spikes.Scale("Scaled", "Features", options).Fit(OneColumn.Of(_context, [rows[0].Length], rows));
}
