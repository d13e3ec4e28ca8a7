using OxyPlot.Annotations;
using OxyPlot.Series;
using SpikeML.Plot.Tests.Layout;

namespace SpikeML.Plot.Tests.Training;

public class TrainingCurveTests
{
    private static readonly double[] Loss = [2, 1, 0.5, 0.2], Held = [2, 1.2, 1.1, 1.3], Right = [0.3, 0.6, 0.8, 0.9];

    [Fact]
    public void TrainingCurves_draws_loss_and_accuracy_with_those_held_out_and_marks_the_best_epoch()
    {
        GridFigure figure = SpikePlot.TrainingCurves(Loss, Held, Right, [0.2, 0.5, 0.6, double.NaN],
            new() { Title = "Training" });
        LayoutProbe.AssertLegible(figure);
        PlotFigure[] panels = [.. figure.Figures.Cast<PlotFigure>()];

        Assert.Equal(["Loss", "Accuracy"], panels.Select(panel => panel.Model.Axes[1].Title));
        Assert.All(panels, panel => Assert.Equal(["training", "validation"],
            panel.Model.Series.OfType<LineSeries>().Select(line => line.Title)));
        Assert.Equal([(1, 2), (2, 1.2), (3, 1.1), (4, 1.3)],
            ((LineSeries)panels[0].Model.Series[1]).Points.Select(point => (point.X, point.Y)));
        Assert.Equal([3, 3], panels.Select(panel => panel.Model.Annotations.OfType<LineAnnotation>().Single().X));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TrainingCurves_of_loss_alone_has_one_panel(bool logarithmic)
    {
        GridFigure figure = SpikePlot.TrainingCurves(Loss, null, [double.NaN, double.NaN, double.NaN, double.NaN], null,
            new() { LogarithmicLoss = logarithmic, MarkBest = false });
        LayoutProbe.AssertLegible(figure);

        PlotFigure panel = Assert.IsType<PlotFigure>(Assert.Single(figure.Figures));
        Assert.Equal(logarithmic, panel.Model.Axes[1] is OxyPlot.Axes.LogarithmicAxis);
        Assert.Empty(panel.Model.Annotations);
    }

    [Fact]
    public void TrainingCurves_refuses_curves_of_other_lengths()
    {
        Assert.Throws<ArgumentException>("loss", () => SpikePlot.TrainingCurves([]));
        Assert.Throws<ArgumentException>("validationLoss", () => SpikePlot.TrainingCurves(Loss, [1]));
        Assert.Throws<ArgumentException>("accuracy", () => SpikePlot.TrainingCurves(Loss, null, [1]));
        Assert.Throws<ArgumentException>("validationAccuracy", () => SpikePlot.TrainingCurves(Loss, null, null, [1]));
    }
}
