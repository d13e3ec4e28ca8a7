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
    }

    [Fact]
    public void Raster_counts_seconds_when_a_step_has_a_duration()
    {
        PlotFigure figure = SpikePlot.Raster(SpikeTrain.FromEvents([new(99, 3, 1)], 100, 5), new() { SecondsPerStep = 0.002 });
        figure.ToPng();

        Axis axis = figure.Model.Axes[0];
        Assert.Equal("Time (s)", axis.Title);
        Assert.Equal(["0.00", "0.02", "0.04"], Ticks(axis).Take(3).Select(axis.FormatValue));
        Assert.InRange(Ticks(axis).Max(), 0.17, 0.199);
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
