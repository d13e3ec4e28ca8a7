using SpikeML.Plot.Tests.Layout;

namespace SpikeML.Plot.Tests.Statistics;

public class SmoothedRateTests
{
    private static readonly SpikeTrain Steady = SpikeTrain.FromEvents(
        from step in Enumerable.Range(0, 60) from neuron in Enumerable.Range(0, 3) select new SpikeEvent(step, neuron, 1), 60, 4);

    [Theory]
    [InlineData(0.5)]
    [InlineData(5)]
    [InlineData(500)]
    public void SmoothedRates_of_a_steady_rate_are_flat_to_the_ends(double sigma)
    {
        PlotFigure figure = SpikePlot.SmoothedRates(Steady,
            new() { Sigma = sigma, Groups = [new("All fire", 3), new("Silent", 1)], SecondsPerStep = 0.01 });
        LayoutProbe.AssertLegible(figure);
        var lines = figure.Model.Series.OfType<OxyPlot.Series.LineSeries>().ToArray();

        Assert.Equal(["All fire", "Silent"], lines.Select(line => line.Title));
        Assert.All(lines[0].Points, point => Assert.Equal(100, point.Y, 1e-3));
        Assert.All(lines[1].Points, point => Assert.Equal(0, point.Y));
    }

    [Fact]
    public void Smooth_weights_neighbours_by_a_gaussian()
    {
        double[] values = new double[41];
        values[20] = 1;
        double[] smoothed = GaussianSmoothing.Smooth(values, 2);

        Assert.Equal(1 / (2 * Math.Sqrt(2 * Math.PI)), smoothed[20], 1e-3);
        Assert.Equal(Math.Exp(-0.5), smoothed[22] / smoothed[20], 1e-9);
        Assert.Equal(smoothed[17], smoothed[23], 1e-12);
    }

    [Fact]
    public void SmoothedRates_refuses_options_out_of_range()
    {
        Assert.Throws<ArgumentOutOfRangeException>("Sigma", () => SpikePlot.SmoothedRates(Steady, new() { Sigma = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>("Sigma", () => SpikePlot.SmoothedRates(Steady, new() { Sigma = double.NaN }));
        Assert.Throws<ArgumentOutOfRangeException>("Groups", () =>
            SpikePlot.SmoothedRates(Steady, new() { Groups = [new("a", 3)] }));
        Assert.Throws<ArgumentOutOfRangeException>("Groups",
            () => SpikePlot.SmoothedRates(Steady, new() { Groups = [new("a", 4), new("b", 0)] }));
    }
}
