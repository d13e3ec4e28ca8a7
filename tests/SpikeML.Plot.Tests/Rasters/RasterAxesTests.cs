using OxyPlot.Axes;

namespace SpikeML.Plot.Tests.Rasters;

public class RasterAxesTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(11, 5)]
    [InlineData(100, 784)]
    [InlineData(101, 785)]
    [InlineData(10_000, 100_000)]
    public void Raster_ticks_are_whole_numbers_that_exist(int numSteps, int neurons)
    {
        PlotFigure figure = SpikePlot.Raster(SpikeTrain.FromEvents([], numSteps, neurons));
        figure.ToPng();

        Assert.All(Ticks(figure.Model.Axes[0]), tick => Assert.True(tick == Math.Round(tick) && tick >= 0 && tick < numSteps));
        Assert.All(Ticks(figure.Model.Axes[1]), tick => Assert.True(tick == Math.Round(tick) && tick >= 0 && tick < neurons));
        Assert.Contains(0, Ticks(figure.Model.Axes[0]));
        Assert.Equal((numSteps - 1, neurons - 1), (Ticks(figure.Model.Axes[0])[^1], Ticks(figure.Model.Axes[1])[^1]));
    }

    [Fact]
    public void Raster_has_the_first_and_the_last_tick_beside_regular_ones_where_labels_do_not_touch()
    {
        PlotFigure figure = SpikePlot.Raster(SpikeTrain.FromEvents([], 100, 28), new() { Steps = 13..77 });
        figure.ToPng();

        Assert.Equal([13, 20, 30, 40, 50, 60, 70, 76], Ticks(figure.Model.Axes[0]));
        Assert.Equal([0, 5, 10, 15, 20, 25, 27], Ticks(figure.Model.Axes[1]));

        PlotFigure crowded = SpikePlot.Raster(SpikeTrain.FromEvents([], 100, 26), new() { Steps = 19..82 });
        crowded.ToPng();

        Assert.Equal([19, 30, 40, 50, 60, 70, 81], Ticks(crowded.Model.Axes[0]));
        Assert.Equal([0, 5, 10, 15, 20, 25], Ticks(crowded.Model.Axes[1]));
    }

    [Theory]
    [InlineData(784, null, true)]
    [InlineData(12, null, true)]
    [InlineData(784, 210, false)]
    public void Raster_has_faint_lines_at_its_ticks(int neurons, int? neuron, bool hasRows)
    {
        PlotFigure figure = SpikePlot.Raster(SpikeTrain.FromEvents([new(3, 2, 1)], 100, neurons), new() { Neuron = neuron });

        Assert.Equal(hasRows ? 2 : 1, System.Text.RegularExpressions.Regex.Count(figure.ToSvg(), "stroke=\"#e4e4e4\""));
    }

    [Theory]
    [InlineData(100, 0.02, "Time (s)", "0.0", "2.0")]
    [InlineData(100, 0.002, "Time (ms)", "0", "200")]
    [InlineData(100, 0.00001, "Time (ms)", "0.0", "1.0")]
    [InlineData(100, 2e-6, "Time (µs)", "0", "200")]
    [InlineData(100, 1e-9, "Time (ns)", "0", "100")]
    [InlineData(50, 1e-14, "Time (ps)", "0.00", "0.50")]
    [InlineData(7, 3600, "Time (s)", "0", "25,200")]
    [InlineData(137, 0.0013, "Time (ms)", "0", "178.1")]
    [InlineData(137, 0.00125, "Time (ms)", "0", "171.25")]
    [InlineData(137, 1.0 / 3, "Time (s)", "0", "45.7")]
    public void Raster_counts_in_a_unit_that_suits_when_a_step_has_a_duration(
        int numSteps, double secondsPerStep, string title, string first, string last)
    {
        PlotFigure figure = SpikePlot.Raster(SpikeTrain.FromEvents([new(numSteps - 1, 3, 1)], numSteps, 5),
            new() { SecondsPerStep = secondsPerStep });
        figure.ToPng();

        Axis axis = figure.Model.Axes[0];
        string[] labels = [.. Ticks(axis).Select(axis.FormatValue)];
        Assert.Equal((title, first, last), (axis.Title, labels[0], labels[^1]));
        Assert.Equal(labels.Distinct(), labels);
    }

    [Fact]
    public void Raster_labels_of_the_options_replace_its_own()
    {
        PlotFigure figure = SpikePlot.Raster(SpikeTrain.FromEvents([], 10, 5), new() { XLabel = "Step", YLabel = "" });

        Assert.Equal(("Step", null), (figure.Model.Axes[0].Title, figure.Model.Axes[1].Title));
    }

    [Fact]
    public void Raster_says_which_neuron_it_is_of()
    {
        PlotFigure figure = SpikePlot.Raster(SpikeTrain.FromEvents([], 10, 784), new() { Neuron = 210 });

        Assert.Equal("210", figure.Model.Axes[1].FormatValue(0));
    }

    private static IList<double> Ticks(Axis axis)
    {
        axis.GetTickValues(out IList<double> labels, out _, out _);
        return labels;
    }
}
