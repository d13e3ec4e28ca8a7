using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace SpikeML.Plot;

/// <summary>Builds a grid of traces, all on the same axes.</summary>
internal sealed class TracePlot
{
    private const int PanelWidth = 320, PanelHeight = 200, MostNeurons = 9;
    private const double SpikeOfRange = 0.4, Padding = 0.06, LineWidth = 1.4, TickDistance = 45, ValueTickDistance = 22;

    private readonly float[] _values;
    private readonly int _numSteps, _neuronCount;
    private readonly SpikeTrain? _spikes;
    private readonly TraceOptions _options;
    private readonly double _spikeHeight, _from, _to;
    private readonly SiUnit _unit;

    public TracePlot(float[] values, int numSteps, SpikeTrain? spikes, TraceOptions options)
    {
        (_values, _numSteps, _neuronCount, _spikes, _options) = (values, numSteps, values.Length / numSteps, spikes, options);
        Neurons = options.Neurons ?? [.. Enumerable.Range(0, Math.Min(MostNeurons, _neuronCount))];
        double[] shown = [.. Neurons.SelectMany(neuron => Enumerable.Range(0, numSteps).Select(step =>
            (double)values[step * _neuronCount + neuron]))
            .Where(double.IsFinite)];
        (double low, double high) = (shown.DefaultIfEmpty(0).Min(), shown.DefaultIfEmpty(1).Max());
        (low, high) = (Math.Min(low, options.Threshold ?? low), Math.Max(high, options.Threshold ?? high));
        double range = high > low ? high - low : 1;
        _spikeHeight = options.SpikeHeight ?? SpikeOfRange * range;
        high += spikes is { Count: > 0 } ? _spikeHeight : 0;
        range = Math.Max(high - low, range);
        (_from, _to) = (low - Padding * range, high + Padding * range);
        _unit = options.Unit is { Length: > 0 } unit ? SiUnit.Of(unit, Math.Max(Math.Abs(low), Math.Abs(high))) : SiUnit.None;
    }

    public IReadOnlyList<int> Neurons { get; }

    public GridFigure Draw()
    {
        GridOptions layout = new()
        {
            Columns = _options.Columns,
            Title = _options.Title,
            Width = _options.Width,
            Height = _options.Height,
            Scale = _options.Scale,
            Theme = _options.Theme,
        };
        int columns = layout.ColumnsFor(Neurons.Count);
        PlotFigure[] panels = [.. Neurons.Select((_, place) => Panel(place, columns))];
        GridFigure grid = GridFigure.Of(panels, layout);
        // All panels alike, whichever of them have titles at their axes.
        grid.AlignMargins(panels);
        return grid;
    }

    private PlotFigure Panel(int place, int columns)
    {
        PlotModel model = FigureStyle.NewModel(_options.Titles?[place] ?? $"Neuron {Neurons[place]}", PanelWidth);
        model.TitleFontSize = FigureStyle.LabelSize;
        bool isLowest = place + columns >= Neurons.Count, isFirst = place % columns == 0;
        IndexAxis time = TimeAxis.New(_numSteps, _options.SecondsPerStep, isLowest ? _options.XLabel : "");
        time.IntervalLength = TickDistance;
        model.Axes.Add(time);
        LinearAxis value = ValueAxis.Between(AxisPosition.Left, isFirst ? _options.YLabel ?? "Membrane potential" : "", _from,
            _to, _unit);
        value.IntervalLength = ValueTickDistance;
        model.Axes.Add(value);
        if (_options.Threshold is { } threshold)
            model.Annotations.Add(new LineAnnotation
            {
                Type = LineAnnotationType.Horizontal,
                Y = threshold,
                Color = OxyColor.Interpolate(_options.Look.Background, _options.Look.Ink, 0.5),
                LineStyle = LineStyle.Dash,
                StrokeThickness = 1,
            });
        AddSpikes(model, Neurons[place]);
        AddTrace(model, Neurons[place]);
        return new PlotFigure(model, new FigureSize(PanelWidth, PanelHeight, 1), _options.Look);
    }

    private void AddTrace(PlotModel model, int neuron)
    {
        LineSeries line = new()
        {
            Color = _options.Color.GetActualColor(_options.Look.PrimaryColor),
            StrokeThickness = LineWidth,
            LineJoin = LineJoin.Round,
            Decimator = Decimator.Decimate,
            // A line of one point is not visible.
            MarkerType = _numSteps == 1 ? MarkerType.Circle : MarkerType.None,
            MarkerFill = _options.Color.GetActualColor(_options.Look.PrimaryColor),
        };
        for (int step = 0; step < _numSteps; step++)
        {
            float value = _values[step * _neuronCount + neuron];
            line.Points.Add(float.IsFinite(value) ? new DataPoint(step * (_options.SecondsPerStep ?? 1), value)
                : DataPoint.Undefined);
        }
        if (!line.Points.Any(point => point.IsDefined()))
            model.Annotations.Add(new EmptyNote("No finite values"));
        model.Series.Add(line);
    }

    private void AddSpikes(PlotModel model, int neuron)
    {
        if (_spikes is null)
            return;
        LineSeries marks = new()
        {
            Color = _options.SpikeColor.GetActualColor(_options.Look.AccentColor),
            StrokeThickness = LineWidth
        };
        foreach (SpikeEvent spike in _spikes.Where(spike => spike.Neuron == neuron))
        {
            double value = _values[spike.Step * _neuronCount + neuron], time = spike.Step * (_options.SecondsPerStep ?? 1);
            double foot = double.IsFinite(value) ? value : 0;
            marks.Points.AddRange([new(time, foot), new(time, foot + _spikeHeight * Math.Sign(spike.Value)),
                DataPoint.Undefined]);
        }
        model.Series.Add(marks);
    }
}
