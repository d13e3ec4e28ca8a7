using SkiaSharp;

namespace SpikeML.Plot.Tests.Figures;

public class GridTests
{
    private static readonly SpikeTrain Train = SpikeTrain.FromEvents([new(0, 0, 1), new(3, 2, 1)], 5, 4);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Grid_holds_each_figure_at_its_place(int scale)
    {
        PlotFigure[] figures = [.. Enumerable.Range(0, 4).Select(i =>
            SpikePlot.Raster(Train, new() { Title = $"Figure {i}", Width = 200, Height = 120 }))];
        GridFigure grid = SpikePlot.Grid(figures, new() { Columns = 3, Scale = scale });
        using SKBitmap picture = SKBitmap.Decode(grid.ToPng());

        Assert.Equal((600 * scale, 240 * scale), (picture.Width, picture.Height));
        for (int i = 0; i < 4; i++)
        {
            using SKBitmap alone = SKBitmap.Decode(SpikePlot.Raster(Train,
                new() { Title = $"Figure {i}", Width = 200, Height = 120, Scale = scale }).ToPng());
            using SKBitmap part = new();
            Assert.True(picture.ExtractSubset(part, SKRectI.Create(i % 3 * 200 * scale, i / 3 * 120 * scale, 200 * scale,
                120 * scale)));
            Assert.Equal(alone.Pixels, Pixels(part));
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    [InlineData(4, 2)]
    [InlineData(9, 3)]
    [InlineData(10, 4)]
    public void Grid_is_about_square(int count, int columns)
    {
        GridFigure grid = SpikePlot.Grid([.. Enumerable.Range(0, count).Select(_ =>
            SpikePlot.Raster(Train, new() { Width = 100, Height = 60 }))]);

        Assert.Equal((100 * columns, 60 * ((count + columns - 1) / columns)), (grid.Width, grid.Height));
    }

    [Fact]
    public void Grid_has_room_for_its_title_and_may_hold_grids()
    {
        GridFigure inner = SpikePlot.Grid([SpikePlot.Raster(Train), SpikePlot.Raster(Train)], new() { Title = "Inner" });
        GridFigure outer = SpikePlot.Grid([inner, inner], new() { Title = "Outer", Columns = 1 });

        Assert.InRange(inner.Height, SpikePlot.Raster(Train).Height + 10, SpikePlot.Raster(Train).Height + 40);
        Assert.InRange(outer.Height, 2 * inner.Height + 10, 2 * inner.Height + 40);
        Assert.Contains(">Outer</text>", outer.ToSvg(), StringComparison.Ordinal);
        Assert.Equal(2, System.Text.RegularExpressions.Regex.Count(outer.ToSvg(), ">Inner</text>"));
    }

    [Fact]
    public void Grid_refuses_no_figures_and_no_columns()
    {
        Assert.Throws<ArgumentException>("figures", () => SpikePlot.Grid([]));
        Assert.Throws<ArgumentOutOfRangeException>("Columns", () =>
            SpikePlot.Grid([SpikePlot.Raster(Train)], new() { Columns = 0 }));
    }

    [Theory]
    [InlineData(1, "225 150")]
    [InlineData(2, "450 300")]
    public void ToPdf_is_a_page_of_the_figures_size(double scale, string size)
    {
        byte[] pdf = SpikePlot.Raster(Train, new() { Width = 300, Height = 200, Scale = scale, Title = "Page" }).ToPdf();

        Assert.Contains($"/MediaBox [0 0 {size}]", System.Text.Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
    }

    private static SKColor[] Pixels(SKBitmap part)
    {
        SKColor[] pixels = new SKColor[part.Width * part.Height];
        for (int i = 0; i < pixels.Length; i++)
            pixels[i] = part.GetPixel(i % part.Width, i / part.Width);
        return pixels;
    }
}
