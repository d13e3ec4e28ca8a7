using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using SpikeML.Plot.Rendering;

namespace SpikeML.Plot;

/// <summary>Builds a raster: its axes, spikes and legend.</summary>
internal sealed class RasterPlot(SpikeTrain train, RasterOptions options)
{
    private const int DefaultWidth = 800, DefaultHeight = 400, DefaultHeightOfOneNeuron = 160;

    // Marks at the edges are not clipped.
    private const double EdgeMargin = 4;

    private const double NeuronTickDistance = 30, NameDistance = 18;

    private bool ShowsOneNeuron => options.Neuron is not null || train.NeuronCount == 1;

    private readonly RasterRows _rows = RasterRows.Of(train, options);

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
        RasterSeries[] spikes = [.. NewSeries()];
        foreach (RasterSeries group in spikes)
            model.Series.Add(group);
        AddSeparators(model);
        AddLegend(model, spikes);
        return new PlotFigure(model, size);
    }

    private IndexAxis TimeAxis()
    {
        double stepLength = options.SecondsPerStep ?? 1;
        IndexAxis axis = new(train.NumSteps, stepLength, countsWholes: options.SecondsPerStep is null);
        FigureTheme.Style(axis, AxisPosition.Bottom, options.XLabel
            ?? (options.SecondsPerStep is null ? "Time step" : "Time (s)"));
        double halfWidth = Mark == RasterMark.Point ? (options.MarkSize ?? 0) / 2 : 0;
        axis.MinimumDataMargin = axis.MaximumDataMargin = EdgeMargin + halfWidth;
        return axis;
    }

    private IEnumerable<RasterSeries> NewSeries() => _rows.Groups.Select((rows, i) =>
        new RasterSeries(train, rows, new MarkRule(Mark, options.MarkSize))
        {
            StepLength = options.SecondsPerStep ?? 1,
            OnColor = options.Groups is null ? options.OnColor : options.Groups[i].Color ?? Palette.OfGroup(i),
            OffColor = options.OffColor,
        });

    private LinearAxis NeuronAxis()
    {
        LinearAxis axis = options.Groups is null ? NumberAxis() : new GroupAxis(_rows, options.Groups);
        string label = options.Groups is not null || (options.Neuron is null && ShowsOneNeuron) ? "" : "Neuron";
        FigureTheme.Style(axis, AxisPosition.Left, options.YLabel ?? label);
        axis.MinimumDataMargin = axis.MaximumDataMargin = EdgeMargin + (options.MarkSize ?? 0) / 2;
        if (ShowsOneNeuron)
            axis.TickStyle = TickStyle.None;
        return axis;
    }

    private IndexAxis NumberAxis()
    {
        IndexAxis axis = new(_rows.Count, 1, countsWholes: true) { IntervalLength = NeuronTickDistance };
        // The train does not contain the number of its neuron.
        if (ShowsOneNeuron)
            axis.LabelFormatter = _ => options.Neuron is { } neuron ? TickLabel.Whole(neuron) : "";
        if (options.Labels is { } labels)
        {
            axis.IntervalLength = NameDistance;
            axis.LabelFormatter = row => labels[options.Neuron ?? (int)Math.Round(row)];
        }
        return axis;
    }

    private void AddSeparators(PlotModel model)
    {
        foreach (NeuronRows group in _rows.Groups.Skip(1))
            model.Annotations.Add(new LineAnnotation
            {
                Type = LineAnnotationType.Horizontal,
                Y = group.FirstRow - (_rows.Gap + 1) / 2.0,
                Color = Palette.Faint,
                LineStyle = LineStyle.Solid,
                StrokeThickness = 1,
                Layer = AnnotationLayer.BelowSeries,
            });
    }

    private void AddLegend(PlotModel model, RasterSeries[] spikes)
    {
        if (!spikes.Any(group => group.Counts.Off > 0))
            return;
        if (options.Groups is null && spikes.Any(group => group.Counts.On > 0))
            model.Series.Add(new MarkKey("On-spikes", options.OnColor));
        model.Series.Add(new MarkKey("Off-spikes", options.OffColor));
        model.Legends.Add(FigureTheme.NewLegend());
    }
}
