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
