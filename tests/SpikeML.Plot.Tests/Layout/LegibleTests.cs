using OxyPlot;

namespace SpikeML.Plot.Tests.Layout;

public class LegibleTests
{
    private static readonly SpikeTrain Waves = Trains.Scattered(100, 12, 300, offEvery: 4),
        Silent = SpikeTrain.FromEvents([], 100, 12);

    private static SpikeTrain Events(int numSteps) => SpikeTrain.FromEvents(Enumerable.Range(0, 300).Select(i =>
        new SpikeEvent(i % numSteps, i * 7 % (2 * 128 * 128), 1)).DistinctBy(spike => (spike.Step, spike.Neuron)),
        numSteps, 2, 128, 128);

    private static readonly string[] LongNames = [.. Enumerable.Range(0, 12).Select(i =>
        $"Inferior temporal cortex, area number {i}")];

    private static readonly string LongWord = string.Concat(LongNames).Replace(" ", "", StringComparison.Ordinal),
        ManyWords = string.Join(' ', LongNames);

    /// <summary>Figures whose labels are long, many, large or small.</summary>
    public static TheoryData<string, Func<Figure>> Figures { get; } = new()
    {
        { "steps of a nanosecond", () => SpikePlot.Raster(Waves, new() { SecondsPerStep = 1e-9 }) },
        { "a million steps", () => SpikePlot.Raster(SpikeTrain.FromEvents([], 1_000_000, 2000)) },
        { "one step", () => SpikePlot.Raster(SpikeTrain.FromEvents([], 1, 1), new() { Title = "One" }) },
        { "long names", () => SpikePlot.Raster(Waves, new() { Labels = LongNames }) },
        { "long titles", () => SpikePlot.Raster(Waves, new() { Title = string.Join(' ', LongNames), Width = 300 }) },
        { "titles of a long word", () => SpikePlot.Raster(Waves,
            new() { Title = LongWord, XLabel = LongWord, YLabel = LongWord }) },
        { "titles of many words", () => SpikePlot.Raster(Waves,
            new() { Title = ManyWords, XLabel = ManyWords, YLabel = ManyWords, Width = 380 }) },
        { "long names of lines", () => SpikePlot.Lines([new(LongWord, [1, 2, 3]), new(ManyWords, [3, 2, 1])]) },
        { "small groups", () => SpikePlot.Raster(Trains.Scattered(100, 800, 3000),
            new() { Groups = [new("Input layer", 784), new("Hidden layer", 6), new("Output layer", 10)] }) },
        { "many groups", () => SpikePlot.Raster([.. Enumerable.Repeat(Waves, 60)]) },
        { "groups in a low figure", () => SpikePlot.Raster([.. Enumerable.Repeat(Waves, 60)], new() { Height = 150 }) },
        { "long classes", () => SpikePlot.Raster(Waves, new() { Classes = LongNames }) },
        { "marginals", () => SpikePlot.Raster(Waves, new() { ShowMarginals = true, SecondsPerStep = 0.001, Title = "Both" }) },
        { "marginals of few neurons", () => SpikePlot.Raster(Trains.Scattered(10, 3, 9), new() { ShowMarginals = true }) },
        { "marginals of a long train", () => SpikePlot.Raster(Trains.Scattered(200_000, 3, 90_000),
            new() { ShowMarginals = true }) },
        { "counts of long names", () => SpikePlot.SpikeCount(Waves, new() { Labels = LongNames }) },
        { "large counts", () => SpikePlot.SpikeCount(Trains.Scattered(20_000, 3, 50_000)) },
        { "count scan", () => new SpikeCountScan(Waves, new() { SecondsPerStep = 1e-6, Title = "Scan" }).Draw(50) },
        { "confusion of six digits", () => SpikePlot.ConfusionTable([[123456, 9876], [54321, 999999]]) },
        { "confusion of long names", () => SpikePlot.ConfusionTable(
            [.. Enumerable.Range(0, 12).Select(i => Enumerable.Range(0, 12).Select(j => i == j ? 90000.0 : i + j).ToArray())],
            new() { Labels = LongNames, Title = "Long names" }) },
        { "confusion in a small figure", () => SpikePlot.ConfusionTable([[123456, 9876], [54321, 999999]],
            new() { Width = 160, Height = 160 }) },
        { "large traces", () => SpikePlot.Traces([-20000, 10000, -10000, 20000], 4, null, new() { YLabel = "Current (pA)" }) },
        { "huge traces", () => SpikePlot.Traces([-2e9f, 1e9f, -1e9f, 2e9f], 4) },
        { "tiny traces", () => SpikePlot.Traces([-2e-7f, 1e-7f, -1e-7f, 2e-7f], 2, null, new() { Columns = 1 }) },
        { "traces in volts", () => SpikePlot.Traces([-0.07f, -0.065f, -0.055f, -0.07f], 4, null, new() { Unit = "V" }) },
        { "rates of microseconds", () => SpikePlot.Psth(Waves, new() { SecondsPerStep = 1e-6 }) },
        { "intervals of nanoseconds", () => SpikePlot.InterSpikeIntervals(Waves, new() { SecondsPerStep = 1e-9 }) },
        { "rate map of large rates", () => SpikePlot.RateMap(Waves, new() { SecondsPerStep = 1e-9 }) },
        { "mean image with a scale", () => SpikePlot.MeanImage(Waves,
            new() { ShowScale = true, Maximum = 0.00002, Title = "Mean" }) },
        { "small line", () => SpikePlot.Line([-1e-9f, 2e-9f, 3e-9f], new LineOptions { YLabel = "Current (A)" }) },
        { "lines", () => SpikePlot.Lines([new("Temperature", [1, 2, 3]), new("Pressure (hPa)", [3, 2, 1]),
            new("Humidity", [2, 2, 2])],
            new() { YLabel = "Value", Title = "Sensors" }) },
        { "series and spikes", () => SpikePlot.Line([1, -2, 3], SpikeTrain.FromEvents([new(1, 0, -1), new(2, 1, 1)], 3, 2),
            new() { SecondsPerStep = 0.1, YLabel = "Voltage" }) },
        { "events in space and time", () => SpikePlot.SpaceTime(Events(100), new() { SecondsPerStep = 1e-3, Title = "Events" }) },
        { "events on a phone", () => SpikePlot.SpaceTime(Events(1000), new() { Width = 300, Height = 160 }) },
        { "events of long labels", () => SpikePlot.SpaceTime(Events(20),
            new() { Title = ManyWords, XLabel = ManyWords, YLabel = LongWord, Width = 380 }) },
        { "silence", () => SpikePlot.Raster(Silent) },
    };

    [Theory]
    [MemberData(nameof(Figures))]
    public void Labels_stay_in_the_picture_and_apart(string name, Func<Figure> figure)
    {
        Assert.NotEmpty(name);
        LayoutProbe.AssertLegible(figure());
    }

    public static TheoryData<string, Func<Figure>, string> Empties { get; } = new()
    {
        { "raster", () => SpikePlot.Raster(Silent), "No spikes" },
        { "count", () => SpikePlot.SpikeCount(Silent), "No spikes" },
        { "psth", () => SpikePlot.Psth(Silent), "No spikes" },
        { "rate map", () => SpikePlot.RateMap(Silent), "No spikes" },
        { "mean image", () => SpikePlot.MeanImage(Silent), "No spikes" },
        { "intervals", () => SpikePlot.InterSpikeIntervals(SpikeTrain.FromEvents([new(3, 1, 1)], 9, 2)),
            "No neuron spikes twice" },
        { "long intervals", () => SpikePlot.InterSpikeIntervals(SpikeTrain.FromEvents([new(3, 1, 1), new(8, 1, 1)], 9, 2),
            new() { Longest = 2 }), "All intervals are longer than the longest to draw" },
        { "line", () => SpikePlot.Line([float.NaN]), "No finite values" },
        { "confusion table", () => SpikePlot.ConfusionTable([[0, 0], [0, 0]]), "All counts are 0" },
        { "count scan", () => new SpikeCountScan(Silent, new()).Draw(5), "No spikes" },
        { "weights", () => SpikePlot.Weights(new float[8], 2), "All weights are 0" },
        { "traces", () => SpikePlot.Traces([float.NaN, float.PositiveInfinity], 2), "No finite values" },
    };

    [Theory]
    [MemberData(nameof(Empties))]
    public void Empty_figures_say_so(string name, Func<Figure> figure, string text)
    {
        Assert.NotEmpty(name);
        LayoutProbe probe = LayoutProbe.Of(figure());

        Assert.Contains(text, probe.Texts.Select(item => item.Text));
    }

    [Fact]
    public void Key_of_graded_spikes_has_two_digits_however_large_they_are()
    {
        SpikeTrain train = SpikeTrain.FromEvents([new(0, 0, 1e30f), new(1, 1, 1), new(2, 0, 3e29f)], 3, 2);

        Assert.Contains("≤ 7.1×10²⁸", LayoutProbe.Of(SpikePlot.Raster(train)).Texts.Select(item => item.Text));
    }

    [Fact]
    public void Names_that_differ_at_their_ends_can_be_told_apart()
    {
        foreach (Figure figure in new Figure[] { SpikePlot.Raster(Waves, new() { Labels = LongNames, Width = 400 }),
            SpikePlot.SpikeCount(Waves, new() { Labels = LongNames, Width = 300 }),
            SpikePlot.Correlations(Waves, new() { Labels = LongNames }) })
        {
            string[] names = [.. LayoutProbe.Of(figure).Texts.Select(item => item.Text)
                .Where(text => text.StartsWith("Inf", StringComparison.Ordinal))];
            Assert.InRange(names.Length, 12, 24);
            Assert.Equal(12, names.Distinct().Count());
        }
    }

    [Fact]
    public void Lines_of_one_step_are_dots()
    {
        Assert.NotEmpty(LayoutProbe.Of(SpikePlot.Membrane([1])).Discs);
        Assert.NotEmpty(LayoutProbe.Of(SpikePlot.Traces([1], 1)).Discs);
    }

    [Fact]
    public void Legend_draws_the_mark_that_the_raster_draws()
    {
        LayoutProbe bars = LayoutProbe.Of(SpikePlot.Raster(Waves)), points = LayoutProbe.Of(SpikePlot.Raster(Waves,
            new() { Mark = RasterMark.Point }));

        Assert.Empty(bars.Discs);
        Assert.Equal(2, bars.Rectangles.Count(item => item.Box is { Width: 3, Height: 11 }));
        Assert.Equal([OxyColors.Black, Palette.Vermillion], points.Discs.Select(item => item.Color));
    }
}
