using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using SpikeML.Plot.Rendering;

namespace SpikeML.Plot;

/// <summary>
/// Growing spike counts: on the left the spikes with arrows that move along them, on the right the counts so far.
/// </summary>
internal sealed class SpikeCountScan(SpikeTrain train, SpikeCountOptions options)
{
    private const int DefaultWidth = 640, HeightOfBar = 22;
    private const double TimeEnd = 0.52, CountStart = 0.56, MarkSize = 5, EdgeMargin = 6, TickDistance = 45, ArrowRoom = 0.45,
        ArrowShare = 0.014;

    private readonly SpikeCountPlot _counts = new(train, options);
    private readonly IReadOnlyList<SpikeEvent> _spikes = train.Events;

    public FigureSize Size => _counts.Size(DefaultWidth, HeightOfBar);

    /// <summary>The figure at a step.</summary>
    /// <returns>The figure, ready to save or show; its model can be styled further.</returns>
    public PlotFigure Draw(int step)
    {
        PlotModel model = FigureStyle.NewModel(Title(step), Size.Width);
        IndexAxis time = TimeAxis.New(train.NumSteps, options.SecondsPerStep, null);
        (time.Key, time.EndPosition) = ("time", TimeEnd);
        time.MinimumDataMargin = time.MaximumDataMargin = EdgeMargin;
        time.IntervalLength = TickDistance;
        LinearAxis count = _counts.CountAxis();
        (count.Key, count.StartPosition) = ("count", CountStart);
        IndexAxis neuron = _counts.NeuronAxis();
        (neuron.Minimum, neuron.Maximum) = (neuron.Minimum - ArrowRoom, neuron.Maximum + ArrowRoom);
        foreach (Axis axis in new Axis[] { time, count, neuron })
            model.Axes.Add(axis);
        AddScanner(model, step);
        model.Series.Add(Spikes(step));
        BarsSeries bars = _counts.Bars(step + 1);
        bars.XAxisKey = count.Key;
        model.Series.Add(bars);
        if (train.Count == 0)
            model.Annotations.Add(new EmptyNote(EmptyNote.NoSpikes));
        return new PlotFigure(model, Size, options.Look);
    }

    private string Title(int step)
    {
        string now = options.SecondsPerStep is { } seconds
            ? TimeOf(step, seconds)
            : $"Step {TickLabel.Whole(step)}";
        return string.IsNullOrEmpty(options.Title) ? now : $"{options.Title} – {now}";
    }

    private string TimeOf(int step, double seconds)
    {
        SiUnit unit = TimeAxis.Unit(train.NumSteps, seconds);
        return $"{TickLabel.ToStep(step * seconds / unit.Size, seconds / unit.Size)} {unit.Name}";
    }

    // Between the grid and the ink: visible, but weaker than the spikes so far.
    private static OxyColor Ahead(FigureTheme theme) => OxyColor.Interpolate(theme.Grid, theme.Ink, 0.15);

    // A series draws spikes of two signs in two colours: here, those so far and those ahead.
    private RasterSeries Spikes(int now) =>
        new(SpikeTrain.FromEvents(_spikes.Select(spike => spike with { Value = spike.Step <= now ? 1 : -1 }), train.NumSteps,
            train.NeuronCount), NeuronRows.All(train), new MarkRule(RasterMark.Point, MarkSize))
        {
            StepLength = options.SecondsPerStep ?? 1,
            OnColor = options.Look.OnColor,
            OffColor = Ahead(options.Look),
            XAxisKey = "time",
        };

    // Two arrows without a line between them, because a GIF would pay for each row of pixels that the line crosses in every
    // frame.
    private void AddScanner(PlotModel model, int step)
    {
        double now = step * (options.SecondsPerStep ?? 1), top = train.NeuronCount - 0.5 + ArrowRoom, bottom = -0.5 - ArrowRoom;
        double half = ArrowShare * train.NumSteps * (options.SecondsPerStep ?? 1);
        foreach ((double end, double tip) in new[] { (top, top - ArrowRoom), (bottom, bottom + ArrowRoom) })
        {
            PolygonAnnotation arrow = new()
            {
                XAxisKey = "time",
                Fill = options.ActualMostColor,
                StrokeThickness = 0,
                Layer = AnnotationLayer.AboveSeries
            };
            arrow.Points.AddRange([new(now - half, end), new(now + half, end), new(now, tip)]);
            model.Annotations.Add(arrow);
        }
    }
}
