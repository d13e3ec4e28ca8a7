using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Series;

namespace SpikeML.Plot.Tests.Lines;

public class LineTests
{
    [Fact]
    public void Line_of_more_steps_than_pixels_stays_small_and_keeps_its_peak()
    {
        Random random = new(1);
        float[] values = [.. Enumerable.Range(0, 100_000).Select(_ => (float)random.NextDouble())];
        (values[10], values[54_321]) = (9, 9);
        string line = SpikePlot.Line(values, new LineOptions { Height = 300 }).ToSvg();

        Assert.InRange(line.Length, 1, 60_000);
        values[54_321] = 1;
        Assert.NotEqual(line, SpikePlot.Line(values, new LineOptions { Height = 300 }).ToSvg());
    }

    [Fact]
    public void Line_passes_through_its_points()
    {
        PlotFigure figure = SpikePlot.Line([1, 2, 4], [-3, 5, 0], new() { LineWidth = 5, Color = OxyColors.Red });
        using Picture picture = new(figure.ToPng());

        foreach ((double x, double y) in new[] { (1.25, -1.0), (1.5, 1), (2, 5), (3, 2.5) })
        {
            int pixelX = (int)figure.Model.Axes[0].Transform(x), pixelY = (int)figure.Model.Axes[1].Transform(y);
            Assert.InRange(picture[pixelX, pixelY].Green, 0, 100);
            Assert.Equal(255, picture[pixelX, pixelY].Red);
        }
    }

    [Fact]
    public void Line_breaks_where_a_value_is_no_number()
    {
        PlotFigure figure = SpikePlot.Line([0, 0, float.NaN, 0, 0], new() { LineWidth = 3 });
        using Picture picture = new(figure.ToPng());

        int y = (int)figure.Model.Axes[1].Transform(0);
        Assert.InRange(picture[(int)figure.Model.Axes[0].Transform(0.5), y].Red, 0, 100);
        Assert.InRange(picture[(int)figure.Model.Axes[0].Transform(2), y].Red, 200, 255);
    }

    [Fact]
    public void Line_of_a_series_counts_steps()
    {
        PlotFigure figure = SpikePlot.Line([0, 1, 0], new() { YLabel = "Voltage (mV)" });
        figure.ToPng();

        Assert.Equal(("Time step", "Voltage (mV)"), (figure.Model.Axes[0].Title, figure.Model.Axes[1].Title));
        figure.Model.Axes[0].GetTickValues(out IList<double> ticks, out _, out _);
        Assert.Equal([0, 1, 2], ticks);
    }

    [Theory]
    [InlineData(30, null, true)]
    [InlineData(40, null, false)]
    [InlineData(30, false, false)]
    [InlineData(600, true, true)]
    public void Line_marks_its_values_where_there_is_room(int count, bool? mark, bool expected)
    {
        PlotFigure figure = SpikePlot.Line(new float[count], new LineOptions { MarkPoints = mark });

        Assert.Equal(expected, Assert.IsType<LineSeries>(figure.Model.Series[0]).MarkerType == MarkerType.Circle);
    }

    [Theory]
    [InlineData(-3, 5, true)]
    [InlineData(0, 5, false)]
    [InlineData(-3, 0, false)]
    [InlineData(float.NaN, 5, false)]
    public void Line_shows_where_0_is_between_values_of_both_signs(float first, float second, bool expected)
    {
        PlotFigure figure = SpikePlot.Line([first, second, second], new LineOptions());

        Assert.Equal(expected, figure.Model.Annotations.OfType<LineAnnotation>().Any(line => line.Y == 0));
    }

    [Fact]
    public void Line_of_nothing_is_an_empty_figure() => Assert.NotEmpty(SpikePlot.Line([]).ToPng());

    [Fact]
    public void Line_refuses_xs_and_ys_of_different_lengths()
    {
        var error = Assert.Throws<ArgumentException>(() => SpikePlot.Line([1, 2], [1]));
        Assert.Contains("got 2 and 1", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    [InlineData(double.NaN)]
    public void Line_refuses_a_width_outside_its_range(double width) =>
        Assert.Throws<ArgumentOutOfRangeException>("LineWidth", () => SpikePlot.Line([1], new() { LineWidth = width }));
}
