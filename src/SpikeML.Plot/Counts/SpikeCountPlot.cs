using OxyPlot;
using OxyPlot.Axes;

namespace SpikeML.Plot;

/// <summary>Puts a figure of spike counts together.</summary>
internal sealed class SpikeCountPlot(SpikeTrain train, SpikeCountOptions options)
{
    public const int MostNeurons = 200;

    private const int DefaultWidth = 600, HeightOfBar = 28, HeightOfRest = 80, MaxDefaultHeight = 1200;
    private const double BarOfRow = 0.7, TextRoom = 40;

    public FigureSize Size => new(options.Width ?? DefaultWidth,
        options.Height ?? Math.Min(MaxDefaultHeight, HeightOfRest + HeightOfBar * train.NeuronCount), options.Scale);

    /// <summary>Draws the counts of the steps before one, on an axis for all of them.</summary>
    public PlotFigure Draw(int endStep)
    {
        FigureSize size = Size;
        PlotModel model = FigureTheme.NewModel(options.Title, size.Width);
        model.Axes.Add(CountAxis());
        model.Axes.Add(NeuronAxis());
        int[] counts = SpikeCounts.Before(train, endStep);
        int most = counts.Max();
        model.Series.Add(new BarsSeries { Bars = [.. counts.Select((count, neuron) => NewBar(neuron, count, most))] });
        return new PlotFigure(model, size);
    }

    private Bar NewBar(int neuron, int count, int most) => new(0, count, neuron - BarOfRow / 2, neuron + BarOfRow / 2,
        count == most && most > 0 ? options.MostColor : options.Color, TickLabel.Whole(count));

    private LinearAxis CountAxis()
    {
        int most = SpikeCounts.Before(train, train.NumSteps).Max();
        LinearAxis axis = ValueAxis.FromZero(AxisPosition.Bottom, options.XLabel ?? "Spikes", most, countsWholes: true);
        axis.Maximum = Math.Max(1, most);
        axis.MaximumDataMargin = TextRoom;
        return axis;
    }

    private IndexAxis NeuronAxis()
    {
        IndexAxis axis = new(train.NeuronCount, 1, countsWholes: true) { IntervalLength = HeightOfBar * 0.6 };
        FigureTheme.Style(axis, AxisPosition.Left, options.YLabel ?? (options.Labels is null ? "Neuron" : ""));
        axis.TickStyle = TickStyle.None;
        // The first label stands at the top, as lists are read.
        (axis.StartPosition, axis.EndPosition) = (1, 0);
        if (options.Labels is { } labels)
            axis.LabelFormatter = row => labels[(int)Math.Round(row)];
        return axis;
    }
}
