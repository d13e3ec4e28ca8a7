using SkiaSharp;

namespace SpikeML.Plot.Tests.Tables;

public class ConfusionTableTests
{
    private static readonly double[][] Counts = [[10, 0, 0], [3, 6, 3], [0, 0, 0]];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void ConfusionTable_shades_each_cell_by_the_root_of_its_share_of_its_row(int scale)
    {
        PlotFigure figure = SpikePlot.ConfusionTable(Counts, new() { Scale = scale });
        using Picture picture = new(figure.ToPng());

        for (int actual = 0; actual < 3; actual++)
        {
            for (int predicted = 0; predicted < 3; predicted++)
            {
                // Beside the number, which stands in the middle.
                int x = (int)(figure.Model.Axes[0].Transform(predicted - 0.4) * scale),
                    y = (int)(figure.Model.Axes[1].Transform(actual - 0.3) * scale);
                double share = Counts[actual][predicted] / Math.Max(1, Counts[actual].Sum());
                byte grey = (byte)Math.Round(255 - Math.Round(Math.Sqrt(share) * 255));
                Assert.Equal(new SKColor(grey, grey, grey), picture[x, y]);
            }
        }
    }

    [Fact]
    public void ConfusionTable_has_the_first_class_at_the_top_and_writes_counts_and_labels()
    {
        PlotFigure figure = SpikePlot.ConfusionTable(Counts, new() { Labels = ["cat", "dog", "owl"], Title = "Pets" });
        string svg = figure.ToSvg();

        Assert.All(new[] { "cat", "dog", "owl", "10", "6", "3", "Predicted", "Actual", "Pets" },
            text => Assert.Contains($">{text}</text>", svg, StringComparison.Ordinal));
        figure.ToPng();
        Assert.True(figure.Model.Axes[1].Transform(0) < figure.Model.Axes[1].Transform(2));
    }

    [Fact]
    public void ConfusionTable_refuses_what_is_no_table()
    {
        Assert.Throws<ArgumentOutOfRangeException>("counts", () => SpikePlot.ConfusionTable([]));
        Assert.Throws<ArgumentException>("counts", () => SpikePlot.ConfusionTable([[1, 2], [1]]));
        Assert.Throws<ArgumentOutOfRangeException>("counts", () => SpikePlot.ConfusionTable([[double.NaN]]));
        Assert.Throws<ArgumentOutOfRangeException>("counts", () => SpikePlot.ConfusionTable([[-1]]));
        Assert.Throws<ArgumentOutOfRangeException>("Labels", () => SpikePlot.ConfusionTable(Counts, new() { Labels = ["a"] }));
    }
}
