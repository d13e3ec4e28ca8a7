using OxyPlot;
using SkiaSharp;

namespace SpikeML.Plot.Tests.Rasters;

public class RasterDensityTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Raster_shows_the_density_where_spikes_outnumber_pixels_and_loses_none(int scale)
    {
        // Dense at the left, sparse at the right, and a few spikes alone in the upper half.
        Random random = new(3);
        SpikeTrain train = SpikeTrain.FromEvents(
            (from step in Enumerable.Range(0, 1000)
             from neuron in Enumerable.Range(0, 1000)
             where random.Next(1000) > step
             select new SpikeEvent(step, neuron, 1))
            .Concat(from i in Enumerable.Range(0, 20) select new SpikeEvent(i * 50, 1999 - i * 30, 1)), 1000, 2000);
        PlotFigure figure = SpikePlot.Raster(train, new() { Scale = scale });
        using Picture picture = new(figure.ToPng());

        Assert.All(train.Where(spike => spike.Neuron > 1000 || spike.Neuron % 100 == 0), spike =>
            Assert.InRange(At(figure, picture, spike.Step, spike.Neuron), 0, 160));
        double[] shades = [.. new[] { 50, 350, 650, 950 }.Select(step =>
            Enumerable.Range(0, 900).Average(neuron => (double)At(figure, picture, step, neuron)))];
        Assert.Equal(shades.Order(), shades);
        Assert.InRange(shades[3] - shades[0], 60, 255);
    }

    [Fact]
    public void Raster_has_no_stripes_where_some_pixels_hold_more_steps_than_others()
    {
        SpikeTrain train = SpikeTrain.FromEvents(
            from step in Enumerable.Range(0, 1000)
            from neuron in Enumerable.Range(0, 1000)
            select new SpikeEvent(step, neuron,
                1), 1000, 1000);
        PlotFigure figure = SpikePlot.Raster(train);
        using Picture picture = new(figure.ToPng());

        Assert.All(Enumerable.Range(10, 980), step => Assert.Equal(0, At(figure, picture, step, 500)));
    }

    [Fact]
    public void Raster_as_svg_holds_a_density_as_pixels()
    {
        string svg = SpikePlot.Raster(Trains.Scattered(1000, 10_000, 200_000)).ToSvg();

        Assert.Contains("<image", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"on-spikes\"", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Raster_draws_marks_where_a_size_was_asked_for()
    {
        PlotFigure figure = SpikePlot.Raster(Trains.Scattered(1000, 10_000, 100_000),
            new() { MarkSize = 1, Theme = FigureTheme.Light with { Grid = OxyColors.White } });
        using Picture picture = new(figure.ToPng());

        OxyRect inside = figure.Model.PlotArea.Deflate(new OxyThickness(2));
        Assert.Equal([SKColors.Black], picture.Inked(inside, 1).Select(pixel => picture[pixel.X, pixel.Y]).Distinct());
    }

    private static int At(PlotFigure figure, Picture picture, int step, int neuron) => picture[
        (int)(figure.Model.Axes[0].Transform(step) * figure.Scale),
            (int)(figure.Model.Axes[1].Transform(neuron) * figure.Scale)].Red;
}
