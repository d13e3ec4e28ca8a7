using SpikeML.Plot.Tests.Layout;

namespace SpikeML.Plot.Tests.Correlations;

public class CorrelationTests
{
    /// <summary>Neuron 1 spikes 3 steps after neuron 0, neuron 2 never, neuron 3 at all steps.</summary>
    private static readonly SpikeTrain Train = SpikeTrain.FromEvents(
        from step in Enumerable.Range(0, 100)
        from neuron in Enumerable.Range(0, 4)
        where neuron switch { 0 => step % 10 == 0, 1 => step % 10 == 3, 2 => false, _ => true }
        select new SpikeEvent(step, neuron, 1), 100, 4);

    [Fact]
    public void CrossCorrelogram_counts_pairs_at_each_lag()
    {
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 10, 0, 0], SpikeCorrelation.Pairs(Train, 0, 1, 5));
        Assert.Equal([0, 0, 10, 0, 0, 0, 0, 0, 0, 0, 0], SpikeCorrelation.Pairs(Train, 1, 0, 5));
        Assert.Equal([9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9], SpikeCorrelation.Pairs(Train, 0, 0, 10));
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(3, 10)]
    [InlineData(5, 10)]
    public void CrossCorrelogram_has_bins_around_lag_0(int binSteps, int most)
    {
        PlotFigure figure = SpikePlot.CrossCorrelogram(Train, 0, 1, new() { MaxLag = 7, BinSteps = binSteps });
        LayoutProbe.AssertLegible(figure);
        IReadOnlyList<Bar> bars = figure.Model.Series.OfType<BarsSeries>().Single().Bars;

        Assert.Equal(15 / binSteps, bars.Count);
        Bar highest = bars.MaxBy(bar => bar.Y1);
        Assert.Equal(most, highest.Y1);
        Assert.InRange(3, highest.X0, highest.X1);
        Assert.All(bars, bar => Assert.Equal(binSteps, bar.X1 - bar.X0, 1e-9));
        Assert.Equal(0, bars[bars.Count / 2].X0 + bars[bars.Count / 2].X1, 1e-9);
    }

    [Fact]
    public void CrossCorrelogram_shows_what_chance_would_give_and_says_where_there_is_nothing()
    {
        LayoutProbe probe = LayoutProbe.AssertLegible(SpikePlot.CrossCorrelogram(Train, 0, 1, new() { SecondsPerStep = 1e-4 }));
        LayoutProbe empty = LayoutProbe.AssertLegible(SpikePlot.CrossCorrelogram(Train, 0, 2));

        Assert.Superset(new HashSet<string> { "by chance", "Lag (ms)" }, probe.Texts.Select(item => item.Text).ToHashSet());
        Assert.Contains("No pairs of spikes", empty.Texts.Select(item => item.Text));
    }

    [Fact]
    public void Correlations_are_pearsons_and_none_for_a_rate_that_never_varies()
    {
        double[] matrix = SpikeCorrelation.Matrix(Train, 1);

        Assert.Equal((1, 1), (matrix[0], matrix[5]), new Tolerance());
        // p = 0.1 each, never together: (0 - 0.01) / 0.09.
        Assert.Equal(-1 / 9.0, matrix[1], 1e-12);
        Assert.Equal(matrix[1], matrix[4]);
        Assert.All(new[] { 2, 3, 10, 15 }, cell => Assert.True(double.IsNaN(matrix[cell])));
    }

    [Fact]
    public void Correlations_is_legible_with_names_and_says_where_nothing_varies()
    {
        LayoutProbe.AssertLegible(SpikePlot.Correlations(Train,
            new() { Labels = ["A long name", "B", "C", "Another long name"] }));
        LayoutProbe silent = LayoutProbe.Of(SpikePlot.Correlations(SpikeTrain.FromEvents([], 10, 3)));

        Assert.Contains("No neuron's rate varies", silent.Texts.Select(item => item.Text));
    }

    [Fact]
    public void Correlations_refuses_options_out_of_range()
    {
        Assert.Throws<ArgumentOutOfRangeException>("first", () => SpikePlot.CrossCorrelogram(Train, 4, 0));
        Assert.Throws<ArgumentOutOfRangeException>("second", () => SpikePlot.CrossCorrelogram(Train, 0, -1));
        Assert.Throws<ArgumentOutOfRangeException>("MaxLag", () => SpikePlot.CrossCorrelogram(Train, 0, 1, new() { MaxLag = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>("BinSteps", () =>
            SpikePlot.CrossCorrelogram(Train, 0, 1, new() { BinSteps = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>("BinSteps", () => SpikePlot.Correlations(Train, new() { BinSteps = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>("Labels", () => SpikePlot.Correlations(Train, new() { Labels = ["a"] }));
        Assert.Throws<ArgumentOutOfRangeException>("train", () => SpikePlot.Correlations(SpikeTrain.FromEvents([], 2, 1001)));
    }

    private sealed class Tolerance : IEqualityComparer<(double, double)>
    {
        public bool Equals((double, double) a, (double, double) b) =>
            Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) < 1e-12;

        public int GetHashCode((double, double) value) => 0;
    }
}
