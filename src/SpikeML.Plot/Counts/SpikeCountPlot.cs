using OxyPlot;
using OxyPlot.Axes;
using SpikeML.Plot.Fonts;

namespace SpikeML.Plot;

/// <summary>Builds a figure of spike counts.</summary>
internal sealed class SpikeCountPlot(SpikeTrain train, SpikeCountOptions options)
{
    public const int MostNeurons = 200;

    private const int DefaultWidth = 600, HeightOfBar = 28, HeightOfRest = 80, MaxDefaultHeight = 1200;
    private const double BarOfRow = 0.7, TextRoom = 12, LabelDistance = 17, NameShare = 0.3;

    private readonly int _most = SpikeCounts.Before(train, train.NumSteps).Max();

    public FigureSize Size(int defaultWidth = DefaultWidth, int heightOfBar = HeightOfBar) => new(options.Width ?? defaultWidth,
        options.Height ?? Math.Min(MaxDefaultHeight, HeightOfRest + heightOfBar * train.NeuronCount), options.Scale);

    public PlotFigure Draw()
    {
        PlotModel model = FigureStyle.NewModel(options.Title, Size().Width);
        model.Axes.Add(CountAxis());
        model.Axes.Add(NeuronAxis());
        model.Series.Add(Bars(train.NumSteps));
        if (_most == 0)
            model.Annotations.Add(new EmptyNote(EmptyNote.NoSpikes));
        return new PlotFigure(model, Size(), options.Look);
    }

    /// <summary>The bars of the steps before a step.</summary>
    public BarsSeries Bars(int endStep)
    {
        int[] counts = SpikeCounts.Before(train, endStep);
        int most = counts.Max();
        return new BarsSeries { Bars = [.. counts.Select((count, neuron) => NewBar(neuron, count, most))] };
    }

    /// <summary>The axis of all steps' counts.</summary>
    public LinearAxis CountAxis()
    {
        LinearAxis axis = ValueAxis.FromZero(AxisPosition.Bottom, options.XLabel ?? "Spikes", _most, countsWholes: true);
        axis.Maximum = Math.Max(1, _most);
        axis.MaximumDataMargin = TextRoom + FigureStyle.TickWidth(TickLabel.Whole(_most));
        return axis;
    }

    public IndexAxis NeuronAxis()
    {
        IndexAxis axis = new(train.NeuronCount) { IntervalLength = LabelDistance, OmitsEnd = options.Labels is not null };
        FigureStyle.Style(axis, AxisPosition.Left, options.YLabel ?? (options.Labels is null ? "Neuron" : ""));
        axis.TickStyle = TickStyle.None;
        if (options.Labels is { } labels)
        {
            string[] names = TextFit.AllToWidth(labels, Size().Width * NameShare, FigureStyle.TickSize, mostLines: 1);
            axis.LabelFormatter = row => names[(int)Math.Round(row)];
        }
        return axis;
    }

    private Bar NewBar(int neuron, int count, int most) => new(0, count, neuron - BarOfRow / 2, neuron + BarOfRow / 2,
        count == most && most > 0 ? options.ActualMostColor : options.ActualColor, TickLabel.Whole(count));
}
