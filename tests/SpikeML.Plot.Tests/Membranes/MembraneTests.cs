using OxyPlot.Annotations;
using SpikeML.Plot.Tests.Layout;

namespace SpikeML.Plot.Tests.Membranes;

public class MembraneTests
{
    private static readonly float[] Potentials = [-0.07f, -0.06f, -0.055f, -0.07f, float.NaN, -0.065f],
        Input = [0, 2e-9f, 2e-9f, 0, 0, 1e-9f];

    private static readonly SpikeTrain Spikes = SpikeTrain.FromEvents([new(2, 0, 1)], 6, 1);

    [Fact]
    public void Membrane_stacks_spikes_potential_and_input_on_one_time_axis()
    {
        PlotFigure figure = SpikePlot.Membrane(Potentials, Spikes, Input, new()
        {
            Threshold = -0.055,
            Reset = -0.07,
            Unit = "V",
            InputUnit = "A",
            InputLabel = "Current",
            SecondsPerStep = 0.001,
            Title = "Cell",
        });
        LayoutProbe probe = LayoutProbe.AssertLegible(figure);

        Assert.Superset(new HashSet<string> { "Membrane potential (mV)", "Current (nA)", "Time (ms)", "Spikes", "threshold",
            "reset" },
            probe.Texts.Select(item => item.Text).ToHashSet());
        Assert.Equal([-0.055, -0.07], figure.Model.Annotations.OfType<LineAnnotation>().Select(line => line.Y));
        double line = figure.Model.Axes.Single(axis => axis.Key == "potential").Transform(-0.055);
        Assert.True(probe.Texts.Single(item => item.Text == "threshold").Box.Bottom <= line, "The name covers the potential.");
        var axes = figure.Model.Axes.ToDictionary(axis => axis.Key ?? "time");
        Assert.True(axes["input"].EndPosition < axes["potential"].StartPosition
            && axes["potential"].EndPosition < axes["spikes"].StartPosition);
        Assert.Equal(figure.Model.Axes[0].Transform(0.002), probe.Marks[0].X(2), 1e-6);
    }

    [Fact]
    public void Membrane_needs_neither_spikes_nor_input()
    {
        PlotFigure figure = SpikePlot.Membrane(Potentials);
        LayoutProbe.AssertLegible(figure);

        Assert.Equal((0, 1), (figure.Model.Axes[1].StartPosition, figure.Model.Axes[1].EndPosition));
        Assert.Contains("No finite values", LayoutProbe.Of(SpikePlot.Membrane([float.NaN])).Texts.Select(item => item.Text));
    }

    [Fact]
    public void Membrane_refuses_what_does_not_fit()
    {
        Assert.Throws<ArgumentException>("potentials", () => SpikePlot.Membrane([]));
        Assert.Throws<ArgumentException>("spikes", () => SpikePlot.Membrane([1, 2], Spikes));
        Assert.Throws<ArgumentException>("input", () => SpikePlot.Membrane([1, 2], null, [1]));
        Assert.Throws<ArgumentOutOfRangeException>("Threshold", () =>
            SpikePlot.Membrane([1], null, default, new() { Threshold = double.NaN }));
        Assert.Throws<ArgumentOutOfRangeException>("Reset", () =>
            SpikePlot.Membrane([1], null, default, new() { Reset = double.NaN }));
    }
}
