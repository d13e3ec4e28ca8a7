using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using SpikeML.Plot.Rendering;

namespace SpikeML.Plot;

/// <summary>Spike counts as they grow: on the left the spikes with a line that runs over them, on the right the counts so far.</summary>
internal sealed class SpikeCountScan(SpikeTrain train, SpikeCountOptions options)
{
    private const int DefaultWidth = 640, HeightOfBar = 22;
    private const double TimeEnd = 0.52, CountStart = 0.56, MarkSize = 5, EdgeMargin = 6, TickDistance = 45;

    private static readonly OxyColor Past = OxyColor.FromRgb(0xEE, 0xF3, 0xF7), Ahead = OxyColor.FromRgb(0xC8, 0xC8, 0xC8);

    private readonly SpikeCountPlot _counts = new(train, options);
    private readonly IReadOnlyList<SpikeEvent> _spikes = train.Events;

    public FigureSize Size => _counts.Size(DefaultWidth, HeightOfBar);

    /// <summary>The figure at a step.</summary>
    public PlotFigure Draw(int step)
    {
        PlotModel model = FigureTheme.NewModel(Title(step), Size.Width);
        IndexAxis time = TimeAxis.New(train.NumSteps, options.SecondsPerStep, null);
        (time.Key, time.EndPosition) = ("time", TimeEnd);
        time.MinimumDataMargin = time.MaximumDataMargin = EdgeMargin;
        time.IntervalLength = TickDistance;
        LinearAxis count = _counts.CountAxis();
        (count.Key, count.StartPosition) = ("count", CountStart);
        foreach (Axis axis in new Axis[] { time, count, _counts.NeuronAxis() })
            model.Axes.Add(axis);
        AddScanner(model, step);
        model.Series.Add(Spikes(_spikes.Where(spike => spike.Step > step), Ahead));
        model.Series.Add(Spikes(_spikes.Where(spike => spike.Step <= step), Palette.Black));
        BarsSeries bars = _counts.Bars(step + 1);
        bars.XAxisKey = count.Key;
        model.Series.Add(bars);
        return new PlotFigure(model, Size);
    }

    private string Title(int step)
    {
        string now = options.SecondsPerStep is { } seconds
            ? $"{TickLabel.ToStep(step * seconds, seconds)} s"
            : $"Step {TickLabel.Whole(step)}";
        return string.IsNullOrEmpty(options.Title) ? now : $"{options.Title} – {now}";
    }

    private RasterSeries Spikes(IEnumerable<SpikeEvent> spikes, OxyColor color) =>
        new(SpikeTrain.FromEvents(spikes, train.NumSteps, train.NeuronCount), new NeuronRows(0, train.NeuronCount, 0), new MarkRule(RasterMark.Point, MarkSize))
        {
            StepLength = options.SecondsPerStep ?? 1,
            OnColor = color,
            OffColor = color,
            XAxisKey = "time",
        };

    private void AddScanner(PlotModel model, int step)
    {
        double now = step * (options.SecondsPerStep ?? 1);
        model.Annotations.Add(new RectangleAnnotation
        {
            XAxisKey = "time", MaximumX = now, Fill = Past, Layer = AnnotationLayer.BelowAxes,
        });
        model.Annotations.Add(new LineAnnotation
        {
            XAxisKey = "time", Type = LineAnnotationType.Vertical, X = now, Color = options.MostColor, StrokeThickness = 2,
            LineStyle = LineStyle.Solid, Layer = AnnotationLayer.BelowSeries,
        });
    }
}
