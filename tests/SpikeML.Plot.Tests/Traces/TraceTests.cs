using System.Text.RegularExpressions;
using OxyPlot.Series;

namespace SpikeML.Plot.Tests.Traces;

public class TraceTests
{
    private const int NumSteps = 20, Neurons = 12;

    private static readonly float[] Values = [.. Enumerable.Range(0, NumSteps * Neurons).Select(i =>
        i % Neurons + MathF.Sin(i / Neurons))];

    private static readonly SpikeTrain Spikes = SpikeTrain.FromEvents([new(2, 0, 1), new(9, 0, 1), new(4, 5, 1), new(6, 11, 1)],
        NumSteps, Neurons);

    [Fact]
    public void Traces_draws_the_first_nine_neurons_in_a_square()
    {
        GridFigure figure = SpikePlot.Traces(Values, NumSteps);

        Assert.Equal(9, figure.Figures.Count);
        Assert.Equal((960, 600), (figure.Width, figure.Height));
        for (int neuron = 0; neuron < 9; neuron++)
        {
            LineSeries trace = Series(figure, neuron)[^1];
            Assert.Equal(from step in Enumerable.Range(0, NumSteps) select (step, (double)Values[step * Neurons + neuron]),
                from point in trace.Points select ((int)point.X, point.Y));
        }
    }

    [Fact]
    public void Traces_lets_spikes_ride_on_the_traces()
    {
        GridFigure figure = SpikePlot.Traces(Values, NumSteps, Spikes, new() { Neurons = [0, 5, 3], SpikeHeight = 2 });

        Assert.Equal([(2, 2.0), (9, 2.0)], Rises(figure, 0));
        Assert.Equal([(4, 2.0)], Rises(figure, 1));
        Assert.Empty(Rises(figure, 2));
    }

    [Fact]
    public void Traces_writes_titles_labels_and_the_threshold()
    {
        string svg = SpikePlot.Traces(Values, NumSteps, null,
            new() { Neurons = [7, 8], Titles = ["First", "Second"], Threshold = 7.5, YLabel = "U (mV)" }).ToSvg();

        Assert.All(new[] { "First", "Second", "U (mV)", "Time step" }, text =>
            Assert.Contains($">{text}</text>", svg, StringComparison.Ordinal));
        Assert.Equal(2, Regex.Count(svg, "stroke-dasharray"));
    }

    [Fact]
    public void Traces_breaks_where_a_value_is_not_finite()
    {
        GridFigure figure = SpikePlot.Traces([1, float.NaN, 2, float.PositiveInfinity, 3], 5);

        Assert.Equal([true, false, true, false, true], from point in Series(figure, 0)[^1].Points select point.IsDefined());
        Assert.NotEmpty(figure.ToPng());
    }

    [Fact]
    public void Traces_refuses_values_and_spikes_that_do_not_fit()
    {
        Assert.Throws<ArgumentException>("values", () => SpikePlot.Traces(new float[7], 2));
        Assert.Throws<ArgumentException>("values", () => SpikePlot.Traces([], 2));
        Assert.Throws<ArgumentException>("spikes", () => SpikePlot.Traces(new float[10], 5, Spikes));
        Assert.Throws<ArgumentOutOfRangeException>("Neurons", () =>
            SpikePlot.Traces(Values, NumSteps, null, new() { Neurons = [12] }));
        Assert.Throws<ArgumentOutOfRangeException>("Titles", () =>
            SpikePlot.Traces(Values, NumSteps, null, new() { Titles = ["one"] }));
    }

    private static List<LineSeries> Series(GridFigure figure, int place) =>
        [.. ((PlotFigure)figure.Figures[place]).Model.Series.OfType<LineSeries>()];

    private static List<(int Step, double Height)> Rises(GridFigure figure, int place) =>
        [.. Series(figure, place)[0].Points.Chunk(3).Select(chunk => ((int)chunk[0].X, Math.Round(chunk[1].Y - chunk[0].Y, 9)))];
}
