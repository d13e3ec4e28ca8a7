using OxyPlot;
using SkiaSharp;

namespace SpikeML.Plot.Tests.Rasters;

public class RasterPngTests
{
    /// <summary>No lines at ticks, so that all ink is of marks.</summary>
    private static readonly FigureTheme Plain = FigureTheme.Light with { Grid = OxyColors.White };

    private static readonly SKColor On = new(0, 0, 0), Off = new(0xD5, 0x5E, 0x00);

    [Theory]
    [InlineData(100, 784, 1, 1, 1)]
    [InlineData(100, 784, 2, 2, 1)]
    [InlineData(100, 784, 1, 1, 2)]
    [InlineData(1000, 10_000, 1, 1, 1)]
    [InlineData(1000, 10_000, 1, 1, 2)]
    [InlineData(100, 100_000, 1, 1, 1)]
    [InlineData(10, 10, 2, 3, 1)]
    public void Raster_has_a_mark_for_each_spike_and_no_other(int numSteps, int neurons, int markSize, int markWidth, int scale)
    {
        SpikeTrain train = Trains.Sparse(numSteps, neurons);
        PlotFigure figure = SpikePlot.Raster(train, new() { MarkSize = markSize, Scale = scale, Theme = Plain });
        using Picture picture = new(figure.ToPng());

        foreach (SpikeEvent spike in train)
        {
            (int x, int y) = Pixel(figure, spike.Step, spike.Neuron);
            Assert.Equal(spike.Value > 0 ? On : Off, picture[x, y]);
        }
        Assert.Equal(train.Count * markSize * scale * markWidth * scale, picture.Inked(Inside(figure), scale).Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Raster_loses_no_spike_from_sight_when_there_are_many(int scale)
    {
        SpikeTrain train = Trains.Scattered(1000, 10_000, 200_000, offEvery: 4);
        PlotFigure figure = SpikePlot.Raster(train, new() { Scale = scale });
        using Picture picture = new(figure.ToPng());

        int pale = train.Count(spike =>
        {
            (int x, int y) = Pixel(figure, spike.Step, spike.Neuron);
            SKColor color = picture[x, y];
            // A pixel of on- and off-spikes is between the two, so it differs from the colour that an on- or off-spike hid.
            return color == SKColors.White || color == (spike.Value > 0 ? Off : On);
        });
        Assert.Equal(0, pale);
    }

    [Fact]
    public void Raster_leaves_marks_at_the_edges_whole()
    {
        SpikeTrain train = SpikeTrain.FromEvents([new(0, 0, 1), new(0, 783, 1), new(99, 0, 1), new(99, 783, 1)], 100, 784);
        PlotFigure figure = SpikePlot.Raster(train, new() { MarkSize = 12, Theme = Plain });
        using Picture picture = new(figure.ToPng());

        int[] sizes = [.. from spike in train select InkAround(picture, Pixel(figure, spike.Step, spike.Neuron), 7)];
        Assert.All(sizes, size => Assert.Equal(sizes[0], size));
        // A disc of 12 pixels across has 113 and some of its rim.
        Assert.InRange(sizes[0], 113, 140);
        Assert.Equal(sizes.Sum(), picture.Inked(Inside(figure), 1).Count);
    }

    [Fact]
    public void Raster_of_one_neuron_draws_upright_bars_of_its_spikes_alone()
    {
        SpikeTrain train = SpikeTrain.FromEvents([new(2, 5, 1), new(7, 5, -1), new(4, 6, 1)], 10, 8);
        PlotFigure figure = SpikePlot.Raster(train, new() { Neuron = 5, MarkSize = 20, Theme = Plain });
        using Picture picture = new(figure.ToPng());

        Assert.Equal(2 * 3 * 20, picture.Inked(Inside(figure), 1).Count);
        Assert.Equal(On, picture[Pixel(figure, 2, 0).X, Pixel(figure, 2, 0).Y - 9]);
        Assert.Equal(Off, picture[Pixel(figure, 7, 0).X, Pixel(figure, 7, 0).Y + 9]);
    }

    [Fact]
    public void Raster_takes_the_colours_of_its_options()
    {
        SpikeTrain train = SpikeTrain.FromEvents([new(2, 2, 1), new(7, 2, -1)], 10, 4);
        PlotFigure figure = SpikePlot.Raster(train, new() { OnColor = OxyColors.Green, OffColor = OxyColors.Red, MarkSize = 3 });
        using Picture picture = new(figure.ToPng());

        Assert.Equal(SKColors.Green, picture[Pixel(figure, 2, 2).X, Pixel(figure, 2, 2).Y]);
        Assert.Equal(SKColors.Red, picture[Pixel(figure, 7, 2).X, Pixel(figure, 7, 2).Y]);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 10)]
    [InlineData(100, 1)]
    [InlineData(100, 784)]
    public void Raster_of_no_spikes_says_so_and_nothing_else(int numSteps, int neurons)
    {
        PlotFigure figure = SpikePlot.Raster(SpikeTrain.FromEvents([], numSteps, neurons), new() { Theme = Plain });
        using Picture picture = new(figure.ToPng());

        Assert.Contains(">No spikes</text>", figure.ToSvg(), StringComparison.Ordinal);
        OxyRect inside = Inside(figure);
        Assert.All(picture.Inked(inside, 1), pixel =>
        {
            Assert.InRange(pixel.X, inside.Center.X - 50, inside.Center.X + 50);
            Assert.InRange(pixel.Y, inside.Center.Y - 12, inside.Center.Y + 12);
        });
    }

    private static int InkAround(Picture picture, (int X, int Y) centre, int reach) =>
        picture.Inked(new OxyRect(centre.X - reach, centre.Y - reach, 2 * reach + 1, 2 * reach + 1), 1).Count;

    private static OxyRect Inside(PlotFigure figure) => figure.Model.PlotArea.Deflate(new OxyThickness(2));

    private static (int X, int Y) Pixel(PlotFigure figure, int step, int row) =>
        ((int)(figure.Model.Axes[0].Transform(step) * figure.Scale), (int)(figure.Model.Axes[1].Transform(row) * figure.Scale));
}
