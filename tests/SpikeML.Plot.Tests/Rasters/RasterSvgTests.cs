using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SpikeML.Plot.Tests.Rasters;

public partial class RasterSvgTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Theory]
    [InlineData(100, 784, 7000)]
    [InlineData(1000, 10_000, 5000)]
    [InlineData(10_000, 12, 5000)]
    [InlineData(100, 100_000, 5000)]
    [InlineData(3, 4, 12)]
    [InlineData(1, 1, 1)]
    public void Raster_has_a_mark_for_each_spike_and_no_other(int numSteps, int neurons, int count)
    {
        SpikeTrain train = Trains.Scattered(numSteps, neurons, count, offEvery: 3);
        PlotFigure figure = SpikePlot.Raster(train, new() { Mark = RasterMark.Point });
        XElement svg = XElement.Parse(figure.ToSvg());

        Assert.Equal(from spike in train where spike.Value > 0 select (spike.Step, spike.Neuron),
            Marks(svg, "on-spikes", figure));
        Assert.Equal(from spike in train where spike.Value < 0 select (spike.Step, spike.Neuron),
            Marks(svg, "off-spikes", figure));
    }

    [Fact]
    public void Raster_draws_a_bar_across_the_row_of_each_spike()
    {
        SpikeTrain train = SpikeTrain.FromEvents([new(2, 1, 1), new(3, 0, 1)], 10, 2);
        PlotFigure figure = SpikePlot.Raster(train, new() { Mark = RasterMark.Bar, MarkSize = 40 });
        XElement path = Paths(XElement.Parse(figure.ToSvg()), "on-spikes").Single();

        (double originX, double originY, double unit) = Transform(path);
        int[] numbers = [.. WholeNumber().Matches((string)path.Attribute("d")!).Select(match =>
            int.Parse(match.Value, CultureInfo.InvariantCulture))];
        Assert.Equal(6, numbers.Length);
        Assert.Equal(40, numbers[2] * unit, 0.1);
        Assert.Equal(figure.Model.Axes[0].Transform(2), originX + numbers[0] * unit, 0.05);
        Assert.Equal(figure.Model.Axes[1].Transform(1) - 20, originY + numbers[1] * unit, 0.1);
        Assert.Equal(figure.Model.Axes[1].Transform(0) + 20,
            originY + (numbers[1] + numbers[2] + numbers[4] + numbers[5]) * unit, 0.1);
    }

    [Fact]
    public void Raster_stays_small() =>
        Assert.InRange(SpikePlot.Raster(Trains.Scattered(100, 784, 7000)).ToSvg().Length, 1, 60_000);

    [Fact]
    public void Raster_of_no_spikes_has_labels_and_no_marks()
    {
        XElement svg = XElement.Parse(SpikePlot.Raster(SpikeTrain.FromEvents([], 100, 784), new() { Title = "Silence" }).ToSvg());

        Assert.Empty(Paths(svg, "on-spikes").Concat(Paths(svg, "off-spikes")));
        Assert.Superset(new HashSet<string> { "Silence", "Time step", "Neuron", "0" }, Texts(svg).ToHashSet());
    }

    [Theory]
    [InlineData(1f, false, false)]
    [InlineData(-1f, false, true)]
    [InlineData(0.5f, false, false)]
    public void Raster_names_off_spikes_in_a_legend_when_there_are_any(float value, bool on, bool off)
    {
        XElement svg = XElement.Parse(SpikePlot.Raster(SpikeTrain.FromEvents([new(0, 0, value)], 5, 5)).ToSvg());

        Assert.Equal((on, off), (Texts(svg).Contains("On-spikes"), Texts(svg).Contains("Off-spikes")));
    }

    [Fact]
    public void Raster_names_both_colours_in_a_legend_when_both_are_present()
    {
        XElement svg = XElement.Parse(SpikePlot.Raster(SpikeTrain.FromEvents([new(0, 0, 1), new(1, 1, -1)], 5, 5)).ToSvg());

        Assert.Superset(new HashSet<string> { "On-spikes", "Off-spikes" }, Texts(svg).ToHashSet());
        Assert.Equal("#d55e00", (string?)Paths(svg, "off-spikes").Single().Attribute("stroke"));
    }

    private static IEnumerable<XElement> Paths(XElement svg, string name) =>
        svg.Descendants(Svg + "path").Where(path => (string?)path.Attribute("class") == name);

    private static IEnumerable<string> Texts(XElement svg) => svg.Descendants(Svg + "text").Select(text => text.Value);

    private static (double X, double Y, double Unit) Transform(XElement path)
    {
        double[] numbers = [.. DecimalNumber().Matches((string)path.Attribute("transform")!)
            .Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture))];
        return (numbers[0], numbers[1], numbers[2]);
    }

    private static IEnumerable<(int Step, int Neuron)> Marks(XElement svg, string name, PlotFigure figure)
    {
        double stepWidth = figure.Model.Axes[0].Transform(1) - figure.Model.Axes[0].Transform(0);
        double rowHeight = figure.Model.Axes[1].Transform(0) - figure.Model.Axes[1].Transform(1);
        foreach (XElement path in Paths(svg, name))
        {
            string data = (string)path.Attribute("d")!;
            Assert.Matches(@"^(m-?\d+ ?-?\d+h0)+$", data);
            (double originX, double originY, double unit) = Transform(path);
            (long x, long y) = (0, 0);
            foreach (Match move in Move().Matches(data))
            {
                x += long.Parse(move.Groups[1].Value, CultureInfo.InvariantCulture);
                y += long.Parse(move.Groups[2].Value, CultureInfo.InvariantCulture);
                yield return ((int)Math.Round((originX + x * unit - figure.Model.Axes[0].Transform(0)) / stepWidth),
                    (int)Math.Round((figure.Model.Axes[1].Transform(0) - originY - y * unit) / rowHeight));
            }
        }
    }

    [GeneratedRegex(@"m(-?\d+) ?(-?\d+)h0")]
    private static partial Regex Move();

    [GeneratedRegex(@"-?\d+")]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"-?\d+(\.\d+)?")]
    private static partial Regex DecimalNumber();
}
