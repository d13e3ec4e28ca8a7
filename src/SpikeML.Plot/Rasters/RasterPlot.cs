using OxyPlot;
using OxyPlot.Axes;

namespace SpikeML.Plot;

/// <summary>Puts a raster together: its axes, its spikes and their legend.</summary>
internal sealed class RasterPlot(SpikeTrain train, RasterOptions options)
{
    private const int DefaultWidth = 800, DefaultHeight = 400, DefaultHeightOfOneNeuron = 160;

    // Marks at the edges stay whole.
    private const double EdgeMargin = 4;

    private const double NeuronTickDistance = 30;

    private bool ShowsOneNeuron => options.Neuron is not null || train.NeuronCount == 1;

    private RasterMark Mark => options.Mark != RasterMark.Automatic ? options.Mark
        : ShowsOneNeuron ? RasterMark.Bar : RasterMark.Point;

    public PlotFigure Draw()
    {
        FigureSize size = new(options.Width ?? DefaultWidth,
            options.Height ?? (ShowsOneNeuron ? DefaultHeightOfOneNeuron : DefaultHeight), options.Scale);
        PlotModel model = FigureTheme.NewModel(options.Title, size.Width);
        model.Axes.Add(TimeAxis());
        model.Axes.Add(NeuronAxis());
        if (ShowsOneNeuron)
            model.PlotAreaBorderThickness = new OxyThickness(0, 0, 0, 1);
        RasterSeries spikes = new(train, options.Neuron, new MarkRule(Mark, options.MarkSize))
        {
            StepLength = options.SecondsPerStep ?? 1,
            OnColor = options.OnColor,
            OffColor = options.OffColor,
        };
        model.Series.Add(spikes);
        AddLegend(model, spikes);
        return new PlotFigure(model, size);
    }

    private IndexAxis TimeAxis()
    {
        double stepLength = options.SecondsPerStep ?? 1;
        IndexAxis axis = new(train.NumSteps, stepLength, countsWholes: options.SecondsPerStep is null);
        FigureTheme.Style(axis, AxisPosition.Bottom, options.XLabel ?? (options.SecondsPerStep is null ? "Time step" : "Time (s)"));
        double halfWidth = Mark == RasterMark.Point ? (options.MarkSize ?? 0) / 2 : 0;
        axis.MinimumDataMargin = axis.MaximumDataMargin = EdgeMargin + halfWidth;
        return axis;
    }

    private IndexAxis NeuronAxis()
    {
        IndexAxis axis = new(ShowsOneNeuron ? 1 : train.NeuronCount, 1, countsWholes: true);
        FigureTheme.Style(axis, AxisPosition.Left, options.YLabel ?? (options.Neuron is null && ShowsOneNeuron ? "" : "Neuron"));
        axis.MinimumDataMargin = axis.MaximumDataMargin = EdgeMargin + (options.MarkSize ?? 0) / 2;
        axis.IntervalLength = NeuronTickDistance;
        if (ShowsOneNeuron)
        {
            // The train itself does not know which neuron it is of.
            axis.LabelFormatter = _ => options.Neuron is { } neuron ? TickLabel.Whole(neuron) : "";
            axis.TickStyle = TickStyle.None;
        }
        return axis;
    }

    private static void AddLegend(PlotModel model, RasterSeries spikes)
    {
        if (spikes.Counts.Off == 0)
            return;
        if (spikes.Counts.On > 0)
            model.Series.Add(new MarkKey("On-spikes", spikes.OnColor));
        model.Series.Add(new MarkKey("Off-spikes", spikes.OffColor));
        model.Legends.Add(FigureTheme.NewLegend());
    }
}
