using System.Xml.Linq;

namespace SpikeML.Plot.Tests.Export;

/// <summary>Figures that follow the reader's system.</summary>
public class SvgPairTests
{
    private static readonly SpikeTrain Train = SpikeTrain.FromEvents([new(0, 1, 1), new(2, 0, -1), new(3, 2, 1)], 5, 3);

    [Fact]
    public void ToSvg_of_two_themes_is_little_larger_than_one()
    {
        string light = Raster(FigureTheme.Light).ToSvg(), both = Raster(FigureTheme.Light).ToSvg(Raster(FigureTheme.Dark));

        Assert.InRange(both.Length, light.Length + 100, light.Length + 600);
        Assert.Equal("svg", XDocument.Parse(both).Root!.Name.LocalName);
        // Without its style, it is the light figure.
        int start = both.IndexOf("<style>", StringComparison.Ordinal), end = both.IndexOf("</style>", StringComparison.Ordinal);
        Assert.Equal(light, both.Remove(start, end + "</style>".Length - start));
    }

    [Fact]
    public void ToSvg_of_a_figure_and_itself_changes_nothing_in_the_dark()
    {
        string both = Raster(FigureTheme.Light).ToSvg(Raster(FigureTheme.Light));

        Assert.DoesNotContain("data-", both, StringComparison.Ordinal);
        Assert.DoesNotContain("if-dark", both, StringComparison.Ordinal);
    }

    [Fact]
    public void ToSvg_marks_colours_that_have_two_dark_ones()
    {
        // White is paper, which turns dark, and text on a dark cell, which turns black with its cell.
        string both = Table(FigureTheme.Light).ToSvg(Table(FigureTheme.Dark));

        Assert.Matches("fill=\"#ffffff\" data-fill=\"#[0-9a-f]{6}\"", both);
        XDocument.Parse(both);
    }

    [Fact]
    public void ToSvg_holds_both_images_of_figures_with_pixels()
    {
        string both = SpikePlot.MeanImage(Train).ToSvg(SpikePlot.MeanImage(Train, new() { Theme = FigureTheme.Dark }));

        Assert.Equal(2, both.Split("<image ").Length - 1);
        Assert.Contains("<image class=\"if-light\"", both, StringComparison.Ordinal);
        Assert.Contains("<image class=\"if-dark\"", both, StringComparison.Ordinal);
        XDocument.Parse(both);
    }

    [Fact]
    public void ToSvg_holds_two_different_figures_one_for_each_system()
    {
        string both = Raster(FigureTheme.Light).ToSvg(SpikePlot.Raster(Train,
            new() { Theme = FigureTheme.Dark, Title = "Dark & different" }));

        Assert.Contains("<g class=\"if-dark\">", both, StringComparison.Ordinal);
        Assert.Contains("Dark &amp; different", both, StringComparison.Ordinal);
        XDocument.Parse(both);
    }

    [Fact]
    public void ToSvg_refuses_figures_of_different_sizes()
    {
        var error = Assert.Throws<ArgumentException>("dark", () => Raster(FigureTheme.Light).ToSvg(
            SpikePlot.Raster(Train, new() { Width = 300, Theme = FigureTheme.Dark })));

        Assert.Contains("300 x", error.Message, StringComparison.Ordinal);
    }

    private static PlotFigure Raster(FigureTheme theme) => SpikePlot.Raster(Train, new() { Theme = theme });

    private static PlotFigure Table(FigureTheme theme) =>
        SpikePlot.ConfusionTable([[48, 2, 0], [5, 41, 4], [0, 3, 47]], new() { Theme = theme });
}
