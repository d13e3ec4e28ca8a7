using OxyPlot;
using SkiaSharp;

namespace SpikeML.Plot.Tests.Rasters;

public class RasterGroupTests
{
    private static readonly SpikeTrain Train = SpikeTrain.FromEvents([new(1, 0, 1), new(3, 2, 1), new(5, 3, -1), new(7, 5, 1)],
        10, 6);

    [Fact]
    public void Raster_gives_groups_colours_names_and_room()
    {
        PlotFigure figure = SpikePlot.Raster(Train,
            new()
            {
                Groups = [new("Lower", 3) { Color = OxyColors.Green }, new("Upper", 3) { Color = OxyColors.Blue }],
                MarkSize = 5
            });
        using Picture picture = new(figure.ToPng());

        // A row stays free between neurons 2 and 3.
        Assert.Equal(SKColors.Green, At(figure, picture, 1, 0));
        Assert.Equal(SKColors.Green, At(figure, picture, 3, 2));
        Assert.Equal(new SKColor(0xD5, 0x5E, 0), At(figure, picture, 5, 4));
        Assert.Equal(SKColors.Blue, At(figure, picture, 7, 6));
        Assert.Contains(">Lower</text>", figure.ToSvg(), StringComparison.Ordinal);
        Assert.Contains(">Upper</text>", figure.ToSvg(), StringComparison.Ordinal);
    }

    [Fact]
    public void Raster_of_several_trains_draws_each_in_rows_of_its_own()
    {
        SpikeTrain longer = SpikeTrain.FromEvents([new(19, 1, 1)], 20, 2);
        PlotFigure figure = SpikePlot.Raster([Train, longer], new() { MarkSize = 5 });
        using Picture picture = new(figure.ToPng());

        Assert.NotEqual(SKColors.White, At(figure, picture, 7, 5));
        Assert.NotEqual(SKColors.White, At(figure, picture, 19, 8));
        Assert.NotEqual(At(figure, picture, 7, 5), At(figure, picture, 19, 8));
        Assert.Contains(">Train 2</text>", figure.ToSvg(), StringComparison.Ordinal);
    }

    [Fact]
    public void Raster_writes_the_neurons_names()
    {
        string svg = SpikePlot.Raster(Train, new() { Labels = ["a", "b", "c", "d", "e", "f"] }).ToSvg();

        Assert.All("abcdef", name => Assert.Contains($">{name}</text>", svg, StringComparison.Ordinal));
    }

    [Fact]
    public void Raster_refuses_groups_and_labels_that_do_not_fit()
    {
        Assert.Throws<ArgumentOutOfRangeException>("Groups", () => SpikePlot.Raster(Train, new() { Groups = [new("a", 5)] }));
        Assert.Throws<ArgumentOutOfRangeException>("Groups", () =>
            SpikePlot.Raster(Train, new() { Groups = [new("a", 6), new("b", 0)] }));
        Assert.Throws<ArgumentOutOfRangeException>("Groups", () =>
            SpikePlot.Raster(Train, new() { Groups = [new("a", 6)], Neuron = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>("Labels", () => SpikePlot.Raster(Train, new() { Labels = ["a"] }));
        Assert.Throws<ArgumentException>("trains", () => SpikePlot.Raster(new List<SpikeTrain>()));
    }

    private static SKColor At(PlotFigure figure, Picture picture, int step, int row) =>
        picture[(int)figure.Model.Axes[0].Transform(step), (int)figure.Model.Axes[1].Transform(row)];
}
