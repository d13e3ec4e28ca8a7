using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Encoding.Latency;

public class LatencyEncodingEstimatorTests
{
    private readonly MLContext _context = new(seed: 1);

    [Fact]
    public void NumSteps_null_learns_the_last_spike_time_of_the_data()
    {
        IDataView data = OneColumn.Of(_context, [2], [1, 0.5f], [1, 0.02f]);
        IDataView spikes = Fit(data, new() { NumSteps = null, Tau = 10 }).Transform(data);
        Assert.Equal([(int)Math.Round(10 * Math.Log(0.02 / 0.01)) + 1, 2], OneColumn.Dimensions(spikes, "Spikes"));
    }

    [Fact]
    public void Rows_later_than_what_was_learned_fall_on_the_last_step()
    {
        SpikeTransformer<LatencyEncodingOptions> model = Fit(OneColumn.Of(_context, [1], [0.1f]),
            new() { NumSteps = null, Tau = 10 });
        IDataView spikes = model.Transform(OneColumn.Of(_context, [1], [0.1f], [0.02f], [0]));
        Assert.Equal([1, 1, 1], OneColumn.Read(spikes, "Spikes").Select(row => row[^1]));
    }

    [Fact]
    public void Normalize_learns_from_all_rows_and_a_row_does_not_change_because_of_its_neighbours()
    {
        float[] row = [0.3f, 0.9f, 0.02f];
        IDataView batch = OneColumn.Of(_context, [3], row, [0.5f, 0.011f, 1]);
        SpikeTransformer<LatencyEncodingOptions> model = Fit(batch, new() { NumSteps = 50, Normalize = true });
        Assert.Equal(
            OneColumn.Read(model.Transform(batch), "Spikes")[0],
            OneColumn.Read(model.Transform(OneColumn.Of(_context, [3], row)), "Spikes")[0]);
    }

    [Fact]
    public void Each_column_learns_its_own_range()
    {
        IDataView data = _context.Data.LoadFromEnumerable([new TwoColumns { A = [1, 0.5f], B = [1, 0.02f] }]);
        SpikeTransformer<LatencyEncodingOptions> model = _context.Transforms.Spikes.EncodeLatency([new("SA", "A"),
            new("SB", "B")],
            new() { NumSteps = null, Tau = 10 }).Fit(data);
        Assert.Equal([(int)Math.Round(10 * Math.Log(0.5 / 0.49)) + 1, (int)Math.Round(10 * Math.Log(2)) + 1],
            model.Codes.Select(code => code.NumSteps!.Value));
    }

    [Fact]
    public void Targets_fill_the_column()
    {
        IDataView data = OneColumn.Of(_context, [2], [1, 0]);
        IDataView spikes = Fit(data, new() { NumSteps = 3, Linear = true, Normalize = true, OnTarget = 0.75, OffTarget = -0.25 })
            .Transform(data);
        Assert.Equal([0.75f, -0.25f, -0.25f, -0.25f, -0.25f, 0.75f], OneColumn.Read(spikes, "Spikes")[0]);
    }

    [Fact]
    public void Fitting_on_no_rows_is_an_error()
    {
        IDataView data = _context.Data.FilterRowsByColumn(_context.Data.LoadFromEnumerable([new OneValue()]),
            nameof(OneValue.Value), 1, 2);
        var error = Assert.Throws<InvalidOperationException>(() =>
            _context.Transforms.Spikes.EncodeLatency("Spikes", nameof(OneValue.Value), new() { NumSteps = null }).Fit(data));
        Assert.Contains("no row", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-0.1f)]
    [InlineData(1.1f)]
    [InlineData(float.NaN)]
    public void Fitting_on_values_outside_0_to_1_names_the_column(float value)
    {
        IDataView data = OneColumn.Of(_context, [2], [0.5f, value]);
        var error = Assert.Throws<InvalidFeatureException>(() => Fit(data, new() { NumSteps = null }));
        Assert.Equal(("Features", 1, value), (error.ColumnName, error.Slot, error.Value));
    }

    [Theory]
    [InlineData(nameof(LatencyEncodingOptions.OnTarget))]
    [InlineData(nameof(LatencyEncodingOptions.OffTarget))]
    [InlineData(nameof(LatencyEncodingOptions.Interpolate))]
    public void EncodeSpikeTimes_refuses_options_that_times_do_not_have(string option)
    {
        LatencyEncodingOptions options = option switch
        {
            nameof(LatencyEncodingOptions.OnTarget) => new() { OnTarget = 2 },
            nameof(LatencyEncodingOptions.OffTarget) => new() { OffTarget = -1 },
            _ => new() { Interpolate = true },
        };
        var error = Assert.Throws<ArgumentOutOfRangeException>(() =>
            _context.Transforms.Spikes.EncodeSpikeTimes("Times", "Features", options));
        Assert.Equal(option, error.ParamName);
    }

    private SpikeTransformer<LatencyEncodingOptions> Fit(IDataView data, LatencyEncodingOptions options) =>
        _context.Transforms.Spikes.EncodeLatency("Spikes", "Features", options).Fit(data);

    private sealed class OneValue
    {
        public float Value { get; set; }
    }

    private sealed class TwoColumns
    {
        [VectorType(2)]
        public float[] A { get; set; } = [];

        [VectorType(2)]
        public float[] B { get; set; } = [];
    }
}
