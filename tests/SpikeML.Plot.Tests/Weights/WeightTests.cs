using OxyPlot;
using SkiaSharp;
using SpikeML.Plot.Tests.Layout;

namespace SpikeML.Plot.Tests.Weights;

public class WeightTests
{
    /// <summary>Two outputs of three inputs, and one weight that is none.</summary>
    private static readonly float[] Values = [-2, 0, 2, 1, float.NaN, -1];

    [Theory]
    [InlineData(null)]
    [InlineData(4.0)]
    public void Weights_colours_each_cell_by_its_weight_with_output_0_below(double? limit)
    {
        PlotFigure figure = SpikePlot.Weights(Values, 2, new() { Limit = limit });
        LayoutProbe.AssertLegible(figure);
        using Picture picture = new(figure.ToPng());

        for (int i = 0; i < Values.Length; i++)
        {
            SKColor seen = picture[(int)figure.Model.Axes[0].Transform(i % 3), (int)figure.Model.Axes[1].Transform(i / 3)];
            Assert.Equal(float.IsNaN(Values[i]) ? OxyColor.Interpolate(OxyColors.White, FigureTheme.Light.Ink, 0.4).ToUint()
                : ColorMap.Diverging[0.5 + Values[i] / (limit ?? 2) / 2].ToUint(), (uint)seen);
        }
    }

    [Fact]
    public void ReceptiveFields_draws_a_named_image_for_each_neuron_that_is_asked_for()
    {
        float[] weights = [.. Enumerable.Range(0, 10 * 6).Select(i => i - 30f)];
        PlotFigure figure = SpikePlot.ReceptiveFields(weights, 2, 3, new() { Neurons = [0, 9, 4], Title = "Fields" });
        LayoutProbe probe = LayoutProbe.AssertLegible(figure);

        Assert.Equal(3, System.Text.RegularExpressions.Regex.Count(figure.ToSvg(), "<image width=\"3\" height=\"2\""));
        Assert.Superset(new HashSet<string> { "0", "9", "4", "Fields" }, probe.Texts.Select(item => item.Text).ToHashSet());
    }

    [Theory]
    [InlineData(1, 28, 1)]
    [InlineData(4, 28, 3)]
    [InlineData(36, 7, 35)]
    public void ReceptiveFields_says_which_fields_are_all_zero(int neurons, int side, int silent)
    {
        float[] weights = new float[neurons * side * side];
        weights.AsSpan(silent * side * side).Fill(0.5f);
        PlotFigure figure = SpikePlot.ReceptiveFields(weights, side, side, new() { Theme = FigureTheme.Dark });
        LayoutProbe probe = LayoutProbe.AssertLegible(figure);

        Assert.Equal(silent, probe.Texts.Count(item => item.Text == "all 0"));
    }

    [Fact]
    public void ReceptiveFields_draws_the_first_36_of_many_neurons()
    {
        LayoutProbe probe = LayoutProbe.AssertLegible(SpikePlot.ReceptiveFields(new float[100 * 784], 28, 28));

        Assert.Contains("35", probe.Texts.Select(item => item.Text));
        Assert.DoesNotContain("36", probe.Texts.Select(item => item.Text));
    }

    [Fact]
    public void Weights_refuses_what_does_not_divide_and_options_out_of_range()
    {
        Assert.Throws<ArgumentException>("weights", () => SpikePlot.Weights([1, 2, 3], 2));
        Assert.Throws<ArgumentException>("weights", () => SpikePlot.Weights([], 2));
        Assert.Throws<ArgumentOutOfRangeException>("outputs", () => SpikePlot.Weights([1], 0));
        Assert.Throws<ArgumentException>("weights", () => SpikePlot.ReceptiveFields([1, 2, 3], 2, 2));
        Assert.Throws<ArgumentOutOfRangeException>("Limit", () => SpikePlot.Weights([1], 1, new() { Limit = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>("Columns", () => SpikePlot.ReceptiveFields([1], 1, 1, new() { Columns = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>("Neurons", () =>
            SpikePlot.ReceptiveFields([1], 1, 1, new() { Neurons = [1] }));
        Assert.Throws<ArgumentOutOfRangeException>("Neurons", () => SpikePlot.ReceptiveFields([1], 1, 1, new() { Neurons = [] }));
    }

    [Fact]
    public void Diverging_is_white_in_the_middle_and_darkens_to_both_sides()
    {
        double[] lightness = [.. Enumerable.Range(0, 11).Select(i =>
            Figures.ColorVision.Lightness(ColorMap.Diverging[i / 10.0]))];

        Assert.InRange(lightness[5], 99, 100);
        Assert.Equal(lightness[..6].Order(), lightness[..6]);
        Assert.Equal(lightness[5..].OrderDescending(), lightness[5..]);
        Assert.All(Figures.ColorVision.Kinds, kind => Assert.InRange(
            Figures.ColorVision.Distance(ColorMap.Diverging[0.15], ColorMap.Diverging[0.85], kind), 20, 250));
    }
}
