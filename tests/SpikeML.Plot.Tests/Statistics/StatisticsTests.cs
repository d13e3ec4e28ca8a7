using OxyPlot;
using SkiaSharp;

namespace SpikeML.Plot.Tests.Statistics;

public class StatisticsTests
{
    private static readonly SpikeTrain Train = SpikeTrain.FromEvents([new(0, 0, 1), new(1, 0, 1), new(4, 0, -1), new(4, 1, 1),
        new(9, 1, 1)], 10, 2);

    [Fact]
    public void Psth_averages_over_neurons_and_trials()
    {
        SpikeTrain silent = SpikeTrain.FromEvents([], 5, 2);

        Assert.Equal([0.5, 0, 0.5, 0, 0.25], SpikeRates.OfBins([Train], 10, 2));
        // The silent trial lasts half as long, and so weighs on the first bins alone: of steps 4 and 5 in bin 2, it has step 4.
        Assert.Equal([0.25, 0, 2 / 6.0, 0, 0.25], SpikeRates.OfBins([Train, silent], 10, 2));
    }

    [Theory]
    [InlineData(null, 0.5, "Spikes per step and neuron")]
    [InlineData(0.001, 500, "Firing rate (spikes/s)")]
    public void Psth_draws_bars_as_high_as_the_rates(double? seconds, double highest, string label)
    {
        PlotFigure figure = SpikePlot.Psth(Train, new() { BinSteps = 2, SecondsPerStep = seconds });

        IReadOnlyList<Bar> bars = figure.Model.Series.OfType<BarsSeries>().Single().Bars;
        Assert.Equal(5, bars.Count);
        Assert.Equal(highest, bars.Max(bar => bar.Y1), 9);
        Assert.Equal(-0.5 * (seconds ?? 1), bars[0].X0, 9);
        Assert.Contains($">{label}</text>", figure.ToSvg(), StringComparison.Ordinal);
        using Picture picture = new(figure.ToPng());
        OxyRect area = figure.Model.PlotArea;
        Assert.Equal(new SKColor(0, 0x72, 0xB2), picture[(int)figure.Model.Axes[0].Transform(0), (int)area.Bottom - 4]);
    }

    [Fact]
    public void Intervals_are_those_between_spikes_of_the_same_neuron() => Assert.Equal([1, 3, 5], SpikeIntervals.Of(Train));

    [Fact]
    public void InterSpikeIntervals_draws_a_bar_for_each_length()
    {
        IReadOnlyList<Bar> bars = SpikePlot.InterSpikeIntervals(Train).Model.Series.OfType<BarsSeries>().Single().Bars;

        Assert.Equal([1, 0, 1, 0, 1], bars.Select(bar => bar.Y1));
        Assert.Equal([1, 2, 3, 4, 5], bars.Select(bar => (bar.X0 + bar.X1) / 2));
    }

    [Theory]
    [InlineData(3, new double[] { 1, 0, 1 })]
    [InlineData(1, new double[] { 1 })]
    public void InterSpikeIntervals_leaves_out_longer_ones(int longest, double[] counts) =>
        Assert.Equal(counts, from bar in SpikePlot.InterSpikeIntervals(Train, new() { Longest = longest })
            .Model.Series.OfType<BarsSeries>().Single().Bars
                             select bar.Y1);

    [Fact]
    public void InterSpikeIntervals_of_no_intervals_is_empty() =>
        Assert.NotEmpty(SpikePlot.InterSpikeIntervals(SpikeTrain.FromEvents([new(0, 0, 1)], 3, 3)).ToPng());

    [Fact]
    public void RateMap_has_the_rate_of_each_cell_as_a_colour()
    {
        PlotFigure figure = SpikePlot.RateMap(Train, new() { BinSteps = 2 });
        using Picture picture = new(figure.ToPng());

        double[] rates = SpikeRates.OfCells(Train, 2, 1);
        Assert.Equal([1, 0, 0.5, 0, 0, 0, 0, 0.5, 0, 0.5], rates);
        for (int cell = 0; cell < 10; cell++)
        {
            int x = (int)figure.Model.Axes[0].Transform(cell % 5 * 2 + 0.5), y = (int)figure.Model.Axes[1].Transform(cell / 5);
            Assert.Equal(ColorMap.Viridis[rates[cell]].ToUint(), (uint)picture[x, y]);
        }
    }

    [Fact]
    public void Figures_refuse_options_out_of_range()
    {
        Assert.Throws<ArgumentOutOfRangeException>("BinSteps", () => SpikePlot.Psth(Train, new() { BinSteps = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>("SecondsPerStep", () => SpikePlot.Psth(Train, new() { SecondsPerStep = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>("Longest", () => SpikePlot.InterSpikeIntervals(Train, new() { Longest = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>("BinNeurons", () => SpikePlot.RateMap(Train, new() { BinNeurons = 0 }));
        Assert.Throws<ArgumentException>("trials", () => SpikePlot.Psth(new List<SpikeTrain>()));
    }

    [Fact]
    public void Line_draws_spikes_below_the_series()
    {
        SpikeTrain spikes = SpikeTrain.FromEvents([new(4, 0, 1), new(5, 0, -1)], 11);
        PlotFigure figure = SpikePlot.Line([0, 1, 0, 2, 8, -20, 20, -5, 0, 1, 0], spikes, new() { YLabel = "Voltage (mV)" });
        using Picture picture = new(figure.ToPng());

        int y = (int)figure.Model.Axes[2].Transform(0);
        Assert.Equal(SKColors.Black, picture[(int)figure.Model.Axes[0].Transform(4), y]);
        Assert.Equal(new SKColor(0xD5, 0x5E, 0), picture[(int)figure.Model.Axes[0].Transform(5), y]);
        Assert.True(y > figure.Model.Axes[1].Transform(-20));
        Assert.Throws<ArgumentException>("values", () => SpikePlot.Line(new float[12], spikes));
    }
}
