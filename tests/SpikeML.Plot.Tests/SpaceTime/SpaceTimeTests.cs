using System.Xml.Linq;
using OxyPlot;
using SpikeML.Plot.Tests.Layout;

namespace SpikeML.Plot.Tests.SpaceTime;

public class SpaceTimeTests
{
    private static readonly AddressEvent[] Events =
        [.. Enumerable.Range(0, 60).Select(i => new AddressEvent(i % 8, i % 5, i * 100, i % 3 == 0 ? 0 : 1))];

    [Fact]
    public void SpaceTime_has_a_mark_of_its_colour_for_each_event()
    {
        SpikeTrain train = EventBinning.ByTimeWindow(Events, 5, 8, 100);
        string svg = SpikePlot.SpaceTime(train, new() { SecondsPerStep = 1e-4, Theme = FigureTheme.Light }).ToSvg();
        Assert.Contains("Time (ms)", svg, StringComparison.Ordinal);
        Assert.Contains("x, 8 pixels", svg, StringComparison.Ordinal);
        Assert.Contains("y, 5 pixels", svg, StringComparison.Ordinal);
        Assert.Contains(">6<", svg, StringComparison.Ordinal);
        byte[] empty = SpikePlot.SpaceTime(EventBinning.ByTimeWindow([], 5, 8, 100, new() { Start = 0, End = 6000 })).ToPng();
        Assert.NotEqual(empty, SpikePlot.SpaceTime(train).ToPng());
    }

    [Fact]
    public void SpaceTime_names_the_colours_where_there_are_off_events()
    {
        SpikeTrain both = EventBinning.ByTimeWindow(Events, 5, 8, 100);
        SpikeTrain rises = SpikeTrain.FromEvents([new(0, 1, 1), new(3, 2, 1)], 5, 2, 2);

        Assert.Equal(["On-events", "Off-events"], KeysOf(both));
        Assert.Equal(["Off-events"], KeysOf(SpikeTrain.FromEvents([new(1, 0, -1)], 5, 2, 2)));
        Assert.Empty(KeysOf(rises));

        static IEnumerable<string> KeysOf(SpikeTrain train) => LayoutProbe.Of(SpikePlot.SpaceTime(train)).Texts
            .Select(item => item.Text).Where(text => text.EndsWith("-events", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(100, null, "99")]
    [InlineData(100, 0.001, "100")]
    [InlineData(1, null, "0")]
    public void Times_reach_the_end(int numSteps, double? secondsPerStep, string last)
    {
        SpikeTrain train = SpikeTrain.FromEvents([new(0, 1, 1)], numSteps, 2, 2);
        LayoutProbe probe = LayoutProbe.AssertLegible(SpikePlot.SpaceTime(train, new() { SecondsPerStep = secondsPerStep }));

        Assert.Equal(last, probe.Texts.Where(item => item.Text.All(char.IsAsciiDigit)).MaxBy(item => item.Box.Right).Text);
    }

    [Theory]
    [InlineData(10, 4, 4)]
    [InlineData(2000, 128, 1.5)]
    public void Events_are_as_large_as_their_distances_allow(int numSteps, int side, double size)
    {
        SpikeTrain train = SpikeTrain.FromEvents([new(numSteps - 1, 1, 1)], numSteps, side, side);

        Assert.Equal(size, MarkOf(new()).Width, 1e-9);
        Assert.Equal(9, MarkOf(new() { MarkSize = 9 }).Width, 1e-9);

        OxyRect MarkOf(SpaceTimeOptions options) => LayoutProbe.Of(SpikePlot.SpaceTime(train, options)).Rectangles
            .Last(item => item.Color == OxyColors.Black).Box;
    }

    [Fact]
    public void Marks_of_one_colour_are_one_path()
    {
        string svg = SpikePlot.SpaceTime(EventBinning.ByTimeWindow(Events, 5, 8, 100)).ToSvg();

        // One path of 20 off-events, and one in the legend.
        string[] paths = [.. XDocument.Parse(svg).Descendants().Where(path => path.Attribute("fill")?.Value == "#d55e00")
            .Select(path => path.Attribute("d")!.Value)];
        Assert.Equal([20, 1], paths.Select(path => path.Count(letter => letter == 'M')).OrderDescending());
    }

    [Fact]
    public void SpaceTime_says_where_there_are_no_spikes() => Assert.Contains("No spikes",
        SpikePlot.SpaceTime(SpikeTrain.FromDense(new float[20], 5, 2, 2)).ToSvg(), StringComparison.Ordinal);

    [Fact]
    public void Trains_without_height_and_width_and_options_out_of_range_are_refused()
    {
        Assert.Contains("[4]", Assert.Throws<ArgumentException>("train", () =>
            SpikePlot.SpaceTime(SpikeTrain.FromDense(new float[20], 5, 4))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("train", () => SpikePlot.SpaceTime(SpikeTrain.FromDense(new float[60], 5, 3, 2, 2)));
        SpikeTrain train = SpikeTrain.FromDense(new float[20], 5, 2, 2);
        Assert.Throws<ArgumentOutOfRangeException>("MarkSize", () => SpikePlot.SpaceTime(train, new() { MarkSize = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>("SecondsPerStep", () =>
            SpikePlot.SpaceTime(train, new() { SecondsPerStep = -1 }));
    }
}
