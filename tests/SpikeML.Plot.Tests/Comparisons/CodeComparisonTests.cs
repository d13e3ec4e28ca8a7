using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Plot.Tests.Layout;

namespace SpikeML.Plot.Tests.Comparisons;

public class CodeComparisonTests
{
    private static readonly float[] Features = [0, 2, 4, 8],
        Series = [.. Enumerable.Range(0, 60).Select(i => 20 + 5 * MathF.Sin(i / 6f))];

    [Fact]
    public void CompareCodes_of_features_draws_the_values_and_a_raster_for_each_code()
    {
        GridFigure figure = SpikePlot.CompareCodes(Features, new() { Title = "Four features" });
        LayoutProbe.AssertLegible(figure);
        string[] titles = [.. figure.Figures.Cast<PlotFigure>().Select(panel => panel.Model.Title)];

        Assert.Equal("Values, scaled to 0 to 1", titles[0]);
        Assert.Equal(["rate", "latency", "rank-order", "burst", "phase", "regular-rate"],
            titles.Skip(1).Select(title => title.Split(':')[0]));
        // Scaled to 0, 0.25, 0.5 and 1: the largest feature fires first, the smallest last; 24.5 rounds to even.
        PlotFigure latency = (PlotFigure)figure.Figures[2];
        Assert.Equal([(0, 3), (24, 2), (37, 1), (49, 0)],
            LayoutProbe.Of(latency).Marks[0].Train.Select(spike => (spike.Step, spike.Neuron)));
    }

    [Fact]
    public void CompareCodes_of_a_series_draws_what_each_code_decodes_to()
    {
        GridFigure figure = SpikePlot.CompareCodes(Series, new() { IsSeries = true });
        LayoutProbe.AssertLegible(figure);

        Assert.Equal(["bsa", "delta", "moving-window", "multi-threshold", "pulse-width", "residue", "step-forward",
            "threshold-based"],
            figure.Figures.Cast<PlotFigure>().Select(panel => panel.Model.Title.Split(':')[0]).Order());
        PlotFigure stepForward = figure.Figures.Cast<PlotFigure>().Single(panel =>
            panel.Model.Title.StartsWith("step-forward: ", StringComparison.Ordinal));
        Assert.Matches(@"^step-forward: \d+ spikes, SNR [\d.]+ dB$", stepForward.Model.Title);
        var lines = stepForward.Model.Series.OfType<OxyPlot.Series.LineSeries>().ToArray();
        Assert.Equal(["series", "decoded"], lines.Select(line => line.Title));
        Assert.InRange(lines[0].Points.Zip(lines[1].Points, (a, b) => Math.Abs(a.Y - b.Y)).Average(), 0, 1.5);
    }

    [Fact]
    public void CompareCodes_reads_a_row_of_a_column_and_draws_the_same_each_time()
    {
        MLContext context = new();
        IDataView data = context.Data.LoadFromEnumerable([new Row { Values = [9, 9, 9] }, new Row { Values = [0.1, 0.5, 1] }]);
        CodeComparisonOptions options = new() { Codes = [new RateEncodingOptions { NumSteps = 20 }], Columns = 1 };

        string svg = SpikePlot.CompareCodes(data, "Values", row: 1, options).ToSvg();
        Assert.Equal(svg, SpikePlot.CompareCodes([0.1f, 0.5f, 1], options).ToSvg());
        Assert.Contains(">Values</text>", svg, StringComparison.Ordinal);
        Assert.NotEqual(svg, SpikePlot.CompareCodes(data, "Values", 1, options with { Seed = 1 }).ToSvg());
    }

    [Fact]
    public void CompareCodes_refuses_what_it_cannot_draw()
    {
        IDataView data = new MLContext().Data.LoadFromEnumerable([new Row()]);
        Assert.Throws<ArgumentException>("values", () => SpikePlot.CompareCodes([]));
        Assert.Throws<InvalidFeatureException>(() => SpikePlot.CompareCodes([float.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>("columnName", () => SpikePlot.CompareCodes(data, "Missing"));
        Assert.Throws<ArgumentOutOfRangeException>("row", () => SpikePlot.CompareCodes(data, "Values", row: 1));
        Assert.Throws<ArgumentOutOfRangeException>("Codes", () => SpikePlot.CompareCodes([1], new() { Codes = [] }));
        Assert.Throws<ArgumentOutOfRangeException>("Codes", () =>
            SpikePlot.CompareCodes([1], new() { Codes = [new DeltaEncodingOptions()] }));
        Assert.Throws<ArgumentOutOfRangeException>("Codes", () =>
            SpikePlot.CompareCodes([1], new() { Codes = [new RateEncodingOptions()], IsSeries = true }));
        Assert.Throws<ArgumentOutOfRangeException>("NumSteps", () => SpikePlot.CompareCodes([1], new() { NumSteps = 0 }));
    }

    private sealed class Row
    {
        [VectorType(3)]
        public double[] Values { get; set; } = [0, 0, 0];
    }
}
