using SpikeML.Plot.Rendering;
using SpikeML.Plot.Tests.Layout;

namespace SpikeML.Plot.Tests.Rasters;

public class RasterSelectionTests
{
    private static readonly SpikeTrain Train = SpikeTrain.FromEvents(
        [new(0, 2, 1), new(1, 0, 1), new(3, 0, 1), new(5, 3, 1), new(6, 3, 1), new(8, 3, 1)], 10, 4);

    [Theory]
    [InlineData(NeuronOrder.Index, new[] { 0, 1, 2, 3 })]
    [InlineData(NeuronOrder.Rate, new[] { 1, 2, 0, 3 })]
    [InlineData(NeuronOrder.FirstSpike, new[] { 1, 3, 0, 2 })]
    public void Raster_stacks_neurons_in_their_order(NeuronOrder order, int[] neurons)
    {
        SpikeMarks marks = LayoutProbe.Of(SpikePlot.Raster(Train, new() { Order = order, Mark = RasterMark.Point })).Marks[0];

        Assert.Equal(
            from spike in Train orderby spike.Step, spike.Neuron select (spike.Step, Array.IndexOf(neurons, spike.Neuron)),
            from spike in marks.Train select (spike.Step, spike.Neuron));
    }

    [Fact]
    public void Raster_puts_neurons_of_a_class_together_and_names_it()
    {
        LayoutProbe probe = LayoutProbe.AssertLegible(SpikePlot.Raster(Train,
            new() { Classes = ["odd", "even", "odd", "even"], Order = NeuronOrder.Rate }));

        Assert.Equal([2, 2], probe.Marks.Select(marks => marks.Rows.Count));
        Assert.Equal(2, probe.Marks.Select(marks => marks.OnColor).Distinct().Count());
        Assert.Superset(new HashSet<string> { "odd", "even" }, probe.Texts.Select(item => item.Text).ToHashSet());
        // Within odd: neuron 2 with one spike, then 0 with two; within even: 1 with none, then 3.
        Assert.Equal([(0, 0), (1, 1), (3, 1), (5, 3), (6, 3), (8, 3)],
            probe.Marks[0].Train.Select(spike => (spike.Step, spike.Neuron)));
    }

    [Fact]
    public void Raster_draws_the_steps_that_are_asked_for()
    {
        PlotFigure figure = SpikePlot.Raster(Train, new() { Steps = 1..6, SecondsPerStep = 0.001 });
        LayoutProbe probe = LayoutProbe.AssertLegible(figure);

        Assert.Equal([1, 3, 5], probe.Marks[0].Train.Select(spike => spike.Step));
        Assert.Equal((0.0005, 0.006), (figure.Model.Axes[0].Minimum, figure.Model.Axes[0].Maximum));
        Assert.InRange(probe.Marks[0].X(1), figure.Model.PlotArea.Left, figure.Model.PlotArea.Left + probe.Marks[0].StepWidth);
    }

    [Fact]
    public void Raster_with_marginals_counts_each_step_and_each_neuron()
    {
        PlotFigure figure = SpikePlot.Raster(Train, new() { ShowMarginals = true });
        LayoutProbe.AssertLegible(figure);

        BarsSeries[] bars = [.. figure.Model.Series.OfType<BarsSeries>()];
        Assert.Equal([0.25, 0.25, 0, 0.25, 0, 0.25, 0.25, 0, 0.25, 0], bars[0].Bars.Select(bar => bar.Y1));
        Assert.Equal([2, 0, 1, 3], bars[1].Bars.Select(bar => bar.X1));
        Assert.All(bars[1].Bars.Index(), bar => Assert.InRange(bar.Index, bar.Item.Y0, bar.Item.Y1));
    }
}
