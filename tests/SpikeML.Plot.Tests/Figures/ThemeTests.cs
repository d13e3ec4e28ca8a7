using OxyPlot;
using SkiaSharp;

namespace SpikeML.Plot.Tests.Figures;

public class ThemeTests
{
    private static readonly SpikeTrain Train = Trains.Scattered(50, 8, 60, offEvery: 3);

    public static TheoryData<string, FigureTheme> Themes { get; } = new()
    {
        { "light", FigureTheme.Light }, { "dark", FigureTheme.Dark }, { "print", FigureTheme.Print },
    };

    /// <summary>Every kind of figure, as its options draw it in a theme.</summary>
    public static TheoryData<string, Func<FigureTheme, Figure>> Figures { get; } = new()
    {
        { "raster", theme => SpikePlot.Raster(Train, new() { Theme = theme }) },
        { "groups", theme => SpikePlot.Raster([Train, Train, Train, Train], new() { Theme = theme, ShowMarginals = true }) },
        { "count", theme => SpikePlot.SpikeCount(Train, new() { Theme = theme }) },
        { "scan", theme => new SpikeCountScan(Train, new() { Theme = theme }).Draw(20) },
        { "psth", theme => SpikePlot.Psth(Train, new() { Theme = theme }) },
        { "intervals", theme => SpikePlot.InterSpikeIntervals(Train, new() { Theme = theme }) },
        { "rate map", theme => SpikePlot.RateMap(Train, new() { Theme = theme }) },
        { "mean image", theme => SpikePlot.MeanImage(Train, new() { Theme = theme, ShowScale = true }) },
        { "mean images", theme => SpikePlot.MeanImages([Train, Train], ["a", "b"], new() { Theme = theme, Title = "Both" }) },
        { "line", theme => SpikePlot.Line([1, 2], new LineOptions { Theme = theme, YLabel = "Value" }) },
        { "lines", theme => SpikePlot.Lines([new("a", [1, 2]), new("b", [2, 1])], new() { Theme = theme }) },
        { "curve", theme => SpikePlot.Line([1, 2], [2, 1], new() { Theme = theme }) },
        { "series", theme => SpikePlot.Line([1, 2], Train, new() { Theme = theme }) },
        { "traces", theme => SpikePlot.Traces([1, 2, 3, 4], 2, null, new() { Theme = theme, Threshold = 2, Title = "Traces" }) },
        { "membrane", theme => SpikePlot.Membrane([1, 2, 0], SpikeTrain.FromEvents([new(1, 0, 1)], 3, 1), [1, 1, 1],
            new() { Theme = theme, Threshold = 1.5, Reset = 0 }) },
        { "training", theme => SpikePlot.TrainingCurves([2, 1], [2, 2], [0.5, 0.6], [0.5, 0.5], new() { Theme = theme }) },
        { "correlogram", theme => SpikePlot.CrossCorrelogram(Train, 0, 1, new() { Theme = theme }) },
        { "rates", theme => SpikePlot.SmoothedRates(Train, new() { Theme = theme, Groups = [new("a", 4), new("b", 4)] }) },
        { "codes", theme => SpikePlot.CompareCodes([0, 0.5f, 1], new() { Theme = theme, Title = "Codes" }) },
        { "series codes", theme => SpikePlot.CompareCodes([0, 0.5f, 1, 0], new() { Theme = theme, IsSeries = true }) },
        { "correlations of maps", theme => SpikePlot.Correlations(Train, new() { Theme = theme }) },
        { "weights of maps", theme => SpikePlot.Weights([1, 2], 1, new() { Theme = theme }) },
        { "fields of maps", theme => SpikePlot.ReceptiveFields([1, 2], 1, 2, new() { Theme = theme }) },
        { "confusion", theme => SpikePlot.ConfusionTable([[5, 1], [2, 9]], new() { Theme = theme, Title = "Table" }) },
        { "grid", theme => SpikePlot.Grid([SpikePlot.Raster(Train, new() { Theme = theme })], new() { Title = "Grid" }) },
    };

    [Theory]
    [MemberData(nameof(Themes))]
    public void Theme_has_text_and_marks_that_stand_out_of_its_ground(string name, FigureTheme theme)
    {
        Assert.NotEmpty(name);
        Assert.InRange(ColorVision.Contrast(theme.Ink, theme.Background), 7, 21);
        Assert.All(Marks(theme), color => Assert.InRange(ColorVision.Contrast(color, theme.Background), 3, 21));
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Theme_has_marks_that_any_colour_vision_tells_apart(string name, FigureTheme theme)
    {
        Assert.NotEmpty(name);
        OxyColor[] colors = [.. theme.GroupColors, theme.OffColor];
        Assert.All(ColorVision.Kinds, kind => Assert.All(
            from a in Enumerable.Range(0, colors.Length) from b in Enumerable.Range(0, a) select (colors[a], colors[b]),
            pair => Assert.InRange(ColorVision.Distance(pair.Item1, pair.Item2, kind), 15, 250)));
    }

    [Fact]
    public void Print_has_groups_that_differ_without_colour()
    {
        double[] lightness = [.. FigureTheme.Print.GroupColors.Select(ColorVision.Lightness).Order()];

        Assert.All(lightness.Zip(lightness.Skip(1), (a, b) => b - a), difference => Assert.InRange(difference, 14, 100));
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public void Figure_in_a_theme_has_no_colour_of_another(string name, Func<FigureTheme, Figure> figure)
    {
        Assert.NotEmpty(name);
        FigureTheme theme = FigureTheme.Light with
        {
            Background = OxyColor.FromRgb(0, 0, 90),
            Ink = OxyColor.FromRgb(0, 255, 250),
            Grid = OxyColor.FromRgb(0, 80, 120),
            OnColor = OxyColor.FromRgb(0, 200, 255),
            OffColor = OxyColor.FromRgb(0, 150, 200),
            PrimaryColor = OxyColor.FromRgb(0, 180, 180),
            AccentColor = OxyColor.FromRgb(0, 240, 120),
            GroupColors = [OxyColor.FromRgb(0, 220, 220)],
        };
        using SKBitmap picture = SKBitmap.Decode(figure(theme).ToPng());

        // Neither red nor white nor black: the colours above have no red, and maps of values are the figure's own.
        SKColor[] corners = [picture.GetPixel(0, 0), picture.GetPixel(picture.Width - 1, picture.Height - 1)];
        Assert.All(corners, color => Assert.Equal(new SKColor(0, 0, 90), color));
        if (name.EndsWith(" of maps", StringComparison.Ordinal)
            || name is "rate map" or "mean image" or "mean images" or "confusion")
            return;
        Assert.DoesNotContain(picture.Pixels, color => color.Red > 0);
    }

    [Fact]
    public void Options_colours_take_precedence_over_the_theme()
    {
        PlotFigure figure = SpikePlot.Line([1, 2], new LineOptions { Color = OxyColors.Red, Theme = FigureTheme.Dark });

        Assert.Equal(OxyColors.Red, Assert.IsType<OxyPlot.Series.LineSeries>(figure.Model.Series[0]).Color);
        Assert.Equal(FigureTheme.Dark.Background, figure.Model.Background);
    }

    private static OxyColor[] Marks(FigureTheme theme) =>
        [theme.OnColor, theme.OffColor, theme.PrimaryColor, theme.AccentColor, .. theme.GroupColors];
}
