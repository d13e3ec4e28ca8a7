using SkiaSharp;
using SpikeML.Plot.Animations;
using SpikeML.Plot.Export;

namespace SpikeML.Plot.Tests.Counts;

public class SpikeCountTests
{
    private static readonly int[] Counts = [3, 0, 12, 7];

    private static readonly SpikeTrain Train = SpikeTrain.FromEvents(
        from neuron in Enumerable.Range(0, 4)
        from step in Enumerable.Range(0, Counts[neuron])
        select new SpikeEvent(step,
            neuron, step % 2 == 0 ? 1 : -1), 12, 4);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void SpikeCount_draws_bars_as_long_as_the_counts(int scale)
    {
        PlotFigure figure = SpikePlot.SpikeCount(Train, new() { Scale = scale });
        using Picture picture = new(figure.ToPng());

        for (int neuron = 0; neuron < 4; neuron++)
        {
            SKColor color = Counts[neuron] == 12 ? new SKColor(0xD5, 0x5E, 0) : new SKColor(0, 0x72, 0xB2);
            int y = (int)(figure.Model.Axes[1].Transform(neuron) * scale);
            int length = Enumerable.Range(0, picture.Width).Count(x => picture[x, y] == color);
            double expected = figure.Model.Axes[0].Transform(Counts[neuron]) - figure.Model.Axes[0].Transform(0);
            Assert.InRange(length, expected * scale - 1.5 * scale, expected * scale + 1.5 * scale);
        }
    }

    [Fact]
    public void SpikeCount_writes_labels_and_counts()
    {
        string svg = SpikePlot.SpikeCount(Train, new() { Labels = ["cat", "dog", "bee", "owl"] }).ToSvg();

        Assert.All(new[] { "cat", "dog", "bee", "owl", "12", "7", "Spikes" }, text =>
            Assert.Contains($">{text}</text>", svg, StringComparison.Ordinal));
    }

    [Fact]
    public void SpikeCount_of_no_spikes_has_no_bars()
    {
        PlotFigure figure = SpikePlot.SpikeCount(SpikeTrain.FromEvents([], 5, 3));

        Assert.DoesNotContain("#d55e00", figure.ToSvg(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void SpikeCount_refuses_what_it_cannot_show()
    {
        Assert.Throws<ArgumentOutOfRangeException>("train", () => SpikePlot.SpikeCount(SpikeTrain.FromEvents([], 1, 201)));
        Assert.Throws<ArgumentOutOfRangeException>("Labels", () => SpikePlot.SpikeCount(Train, new() { Labels = ["a"] }));
    }

    [Theory]
    [InlineData(0, "Step 0", new[] { 1, 0, 1, 1 })]
    [InlineData(5, "Step 5", new[] { 3, 0, 6, 6 })]
    [InlineData(11, "Step 11", new[] { 3, 0, 12, 7 })]
    public void Scan_counts_the_spikes_up_to_its_step(int step, string title, int[] counts)
    {
        PlotFigure figure = new SpikeCountScan(Train, new()).Draw(step);

        Assert.Equal(title, figure.Model.Title);
        Assert.Equal(counts, from bar in figure.Model.Series.OfType<BarsSeries>().Single().Bars select (int)bar.X1);
    }

    [Fact]
    public void Scan_tells_the_time_in_seconds() =>
        Assert.Equal("Out – 5 ms", new SpikeCountScan(Train, new() { Title = "Out", SecondsPerStep = 0.001 }).Draw(5)
            .Model.Title);

    [Fact]
    public void Frames_are_what_the_figures_are_when_the_axes_are_drawn_once()
    {
        SpikeCountScan scan = new(Train, new() { Labels = ["cat", "dog", "bee", "owl"], SecondsPerStep = 0.001, Title = "Out" });
        FigureFrames frames = new(12, scan.Size, scan.Draw);
        byte[] places = new byte[frames.Width * frames.Height];

        foreach (int step in new[] { 0, 5, 11 })
        {
            frames.Draw(step, places);
            using SKBitmap whole = PngPicture.Draw(scan.Draw(step));
            int farthest = places.Select((place, i) => MedianCut.Distance(frames.Palette[place],
                (uint)whole.GetPixel(i % frames.Width, i / frames.Width))).Max();
            Assert.InRange(farthest, 0, 3 * 24 * 24);
        }
    }
}
