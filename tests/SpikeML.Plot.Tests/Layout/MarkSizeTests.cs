using SpikeML.Plot.Rendering;

namespace SpikeML.Plot.Tests.Layout;

public class MarkSizeTests
{
    [Fact]
    public void Raster_of_784_neurons_keeps_successive_steps_apart()
    {
        SpikeMarks marks = MarksOf(SpikePlot.Raster(Trains.Scattered(100, 784, 7000)));

        Assert.True(marks.Shape.IsRound);
        Assert.InRange(marks.Shape.Width, 1, marks.StepWidth / 2);
    }

    [Fact]
    public void Raster_draws_large_points_where_one_step_alone_is_crowded()
    {
        SpikeTrain train = SpikeTrain.FromEvents(Enumerable.Range(0, 784).Select(neuron =>
            new SpikeEvent(neuron % 10 == 0 ? neuron / 10 : 99, neuron, 1)), 100, 784);

        Assert.Equal(MarkShape.Point(6), MarksOf(SpikePlot.Raster(train)).Shape);
    }

    [Theory]
    [InlineData(300, 90, 2000, 4.5)]
    [InlineData(1_000_000, 2000, 5000, 5)]
    public void Raster_draws_points_that_leave_their_neighbours_visible(int numSteps, int neurons, int count, double most)
    {
        SpikeMarks marks = MarksOf(SpikePlot.Raster(Trains.Scattered(numSteps, neurons, count)));

        Assert.True(marks.Shape.IsRound);
        Assert.InRange(marks.Shape.Width, 2, most);
        Assert.True(marks.RowHeight < 3 || marks.Shape.Width <= marks.RowHeight, $"{marks.Shape} in {marks.RowHeight}");
    }

    [Theory]
    [InlineData(10, 2000)]
    [InlineData(28, 100)]
    [InlineData(50, 100)]
    public void Raster_draws_bars_with_room_between_rows_for_some_dozens_of_neurons(int neurons, int numSteps)
    {
        SpikeMarks marks = MarksOf(SpikePlot.Raster(Trains.Scattered(numSteps, neurons, 500)));

        Assert.False(marks.Shape.IsRound);
        Assert.InRange(marks.Shape.Height, 3, 0.8 * marks.RowHeight);
        Assert.InRange(marks.Shape.Width, 1, Math.Max(1, marks.StepWidth / 2));
    }

    [Fact]
    public void Raster_shows_how_densely_each_of_ten_neurons_fires_over_2000_steps_where_bars_would_fuse()
    {
        SpikeTrain train = SpikeTrain.FromEvents(
            from step in Enumerable.Range(0, 4000)
            from neuron in Enumerable.Range(0, 10)
            where step % (neuron + 1) == 0
            select new SpikeEvent(step, neuron, 1), 4000, 10);
        PlotFigure figure = SpikePlot.Raster(train);
        SpikeMarks marks = MarksOf(figure);
        using Picture picture = new(figure.ToPng());

        Assert.True(marks.ShowsDensity);
        int x = (int)marks.X(2000);
        Assert.True(Darkness(0) > Darkness(4) && Darkness(4) > Darkness(9));
        Assert.Equal(255, picture[x + 9, (int)(marks.Y(4) - marks.RowHeight / 2)].Red);

        double Darkness(int neuron) => Enumerable.Range(-100, 200).Average(dx =>
            255.0 - picture[x + dx, (int)marks.Y(neuron)].Red);
    }

    [Theory]
    [InlineData(24)]
    [InlineData(60)]
    public void Raster_gives_small_groups_their_least_height(double least)
    {
        PlotFigure figure = SpikePlot.Raster(Trains.Scattered(100, 800, 3000), new()
        {
            Groups = [new("Input", 784), new("Hidden", 6), new("Output", 10)],
            LeastGroupHeight = least,
        });
        List<SpikeMarks> groups = LayoutProbe.Of(figure).Marks;

        Assert.Equal([784, 6, 10], groups.Select(group => group.Rows.Count));
        Assert.All(groups, group => Assert.InRange(group.RowHeight * group.Rows.Count, 0.9 * least, 500));
        for (int i = 1; i < groups.Count; i++)
            Assert.True(groups[i].Y(0) + groups[i].RowHeight / 2 < groups[i - 1].Y(groups[i - 1].Rows.Count - 1),
                "Groups overlap.");
    }

    [Fact]
    public void Raster_shades_graded_spikes_and_names_the_shades()
    {
        SpikeTrain train = SpikeTrain.FromEvents([new(2, 0, 0.7f), new(5, 0, 15), new(8, 0, -29.4f)], 10, 1);
        PlotFigure figure = SpikePlot.Raster(train, new() { Mark = RasterMark.Point, MarkSize = 6 });
        LayoutProbe probe = LayoutProbe.AssertLegible(figure);
        using Picture picture = new(figure.ToPng());

        Assert.InRange(At(2).Red, At(5).Red + 40, 200);
        Assert.Equal(new SkiaSharp.SKColor(0xD5, 0x5E, 0), At(8));
        Assert.Contains("29", probe.Texts.Select(item => item.Text));
        Assert.Equal(3, System.Text.RegularExpressions.Regex.Count(figure.ToSvg(), "class=\"o(n|ff)-spikes\""));

        SkiaSharp.SKColor At(int step) => picture[(int)probe.Marks[0].X(step), (int)probe.Marks[0].Y(0)];
    }

    [Fact]
    public void Raster_draws_graded_spikes_alike_when_asked_to()
    {
        SpikeTrain train = SpikeTrain.FromEvents([new(2, 0, 0.7f), new(8, 0, 29.4f)], 10, 1);

        Assert.Null(MarksOf(SpikePlot.Raster(train, new() { ShadeValues = false })).Shades);
        Assert.Null(MarksOf(SpikePlot.Raster(Trains.Scattered(10, 10, 20, offEvery: 2))).Shades);
    }

    private static SpikeMarks MarksOf(PlotFigure figure) => LayoutProbe.Of(figure).Marks[0];
}
