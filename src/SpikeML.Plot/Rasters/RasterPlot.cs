using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using SpikeML.Plot.Fonts;
using SpikeML.Plot.Rendering;

namespace SpikeML.Plot;

/// <summary>Builds a raster: its axes, spikes and legend.</summary>
internal sealed class RasterPlot
{
    private const int DefaultWidth = 800, DefaultHeight = 400, DefaultHeightOfOneNeuron = 160;
    private const int HeightOfRest = 90, HeightOfNeuron = 24, LeastHeight = 180, HeightOfManyNeurons = 500, MostHeight = 1200,
        HeightOfMarginal = 90;
    private const double LeastRow = 0.5;

    // Marks at the edges are not clipped.
    private const double EdgeMargin = 4;

    private const double NeuronTickDistance = 30, NameDistance = 18, NameShare = 0.25;

    private const int MostNumbered = 20;

    private readonly SpikeTrain _train;
    private readonly RasterOptions _options;
    private readonly RasterRows _rows;
    private readonly FigureSize _size;
    private readonly int _firstStep, _endStep;

    public RasterPlot(SpikeTrain train, RasterOptions options)
    {
        (_options, (_firstStep, _endStep)) = (options, options.StepsOf(train));
        _train = _endStep - _firstStep == train.NumSteps ? train : SpikeTrain.FromEvents(
            train.Where(spike => spike.Step >= _firstStep && spike.Step < _endStep), train.NumSteps, train.NeuronCount);
        _size = new FigureSize(options.Width ?? DefaultWidth, options.Height ?? OwnHeight(), options.Scale);
        _rows = options.Groups is null ? RasterRows.One(train, options.Neuron)
            : RasterRows.OfGroups(options.Groups, Math.Max(1, _size.Height - HeightOfRest), options.LeastGroupHeight);
    }

    private bool ShowsOneNeuron => _options.Neuron is not null || _train.NeuronCount == 1;

    private FigureTheme Theme => _options.Look;

    public PlotFigure Draw()
    {
        PlotModel model = FigureStyle.NewModel(_options.Title, _size.Width);
        IndexAxis time = NewTimeAxis();
        LinearAxis neurons = NewNeuronAxis();
        model.Axes.Add(time);
        model.Axes.Add(neurons);
        if (ShowsOneNeuron)
            model.PlotAreaBorderThickness = new OxyThickness(0, 0, 0, 1);
        RasterSeries[] spikes = [.. NewSeries()];
        foreach (RasterSeries group in spikes)
            model.Series.Add(group);
        AddSeparators(model);
        AddLegend(model, spikes);
        if (spikes.All(group => group.Counts == (0, 0)))
            model.Annotations.Add(new EmptyNote(EmptyNote.NoSpikes));
        if (_options.ShowMarginals)
            RasterMarginals.Add(model, _train, spikes, (time, neurons), (_firstStep, _endStep), _options);
        return new PlotFigure(model, _size, Theme);
    }

    private int OwnHeight()
    {
        int marginal = _options.ShowMarginals ? HeightOfMarginal : 0;
        if (ShowsOneNeuron)
            return DefaultHeightOfOneNeuron + marginal;
        double groups = (_options.Groups?.Count ?? 0) * Math.Max(_options.LeastGroupHeight, 1) * 1.1;
        double rows = Math.Max(HeightOfNeuron * _train.NeuronCount, groups);
        double many = Math.Min(HeightOfManyNeurons, HeightOfRest + LeastRow * _train.NeuronCount);
        int usual = (int)Math.Max(many, Math.Clamp(HeightOfRest + rows, LeastHeight, DefaultHeight));
        return Math.Min(MostHeight, Math.Max(usual, (int)Math.Ceiling(HeightOfRest + groups))) + marginal;
    }

    private IndexAxis NewTimeAxis()
    {
        IndexAxis axis = TimeAxis.New(_firstStep, _endStep, _options.SecondsPerStep, _options.XLabel);
        double halfWidth = _options.Mark == RasterMark.Bar ? 0 : (_options.MarkSize ?? 0) / 2;
        axis.MinimumDataMargin = axis.MaximumDataMargin = EdgeMargin + halfWidth;
        axis.MajorGridlineStyle = LineStyle.Solid;
        return axis;
    }

    private IEnumerable<RasterSeries> NewSeries() => _rows.Groups.Select((rows, i) =>
        new RasterSeries(_train, rows, new MarkRule(_options.Mark, _options.MarkSize))
        {
            StepLength = _options.SecondsPerStep ?? 1,
            OnColor = _options.Groups is null ? _options.OnColor.GetActualColor(Theme.OnColor)
                : _options.Groups[i].Color ?? Theme.OfGroup(i),
            OffColor = _options.OffColor.GetActualColor(Theme.OffColor),
            Shades = _options.ShadeValues ? MarkShades.Of(_train) : null,
        });

    private LinearAxis NewNeuronAxis()
    {
        double nameWidth = _size.Width * NameShare;
        LinearAxis axis = _options.Groups is { } groups ? GroupAxis(groups, nameWidth) : NumberAxis(nameWidth);
        string label = _options.Groups is not null || (_options.Neuron is null && ShowsOneNeuron) ? "" : "Neuron";
        FigureStyle.Style(axis, AxisPosition.Left, _options.YLabel ?? label);
        axis.MinimumDataMargin = axis.MaximumDataMargin = EdgeMargin + (_options.MarkSize ?? 0) / 2;
        if (ShowsOneNeuron)
            axis.TickStyle = TickStyle.None;
        else
            axis.MajorGridlineStyle = LineStyle.Solid;
        return axis;
    }

    private GroupAxis GroupAxis(IReadOnlyList<NeuronGroup> groups, double nameWidth) =>
        new(_rows, TextFit.AllToWidth([.. groups.Select(group => group.Name)], nameWidth, FigureStyle.TickSize));

    private IndexAxis NumberAxis(double nameWidth)
    {
        IndexAxis axis = new(ShowsOneNeuron ? 1 : _train.NeuronCount)
        {
            IntervalLength = _options.Labels is null && _train.NeuronCount > MostNumbered ? NeuronTickDistance : NameDistance,
            OmitsEnd = _options.Labels is not null,
        };
        // The train does not contain the number of its neuron.
        if (ShowsOneNeuron)
            axis.LabelFormatter = _ => _options.Neuron is { } neuron ? TickLabel.Whole(neuron) : "";
        if (_options.Labels is { } labels)
        {
            string[] names = TextFit.AllToWidth(labels, nameWidth, FigureStyle.TickSize, mostLines: 1);
            axis.LabelFormatter = row => names[_options.Neuron ?? (int)Math.Round(row)];
        }
        return axis;
    }

    private void AddSeparators(PlotModel model)
    {
        foreach (NeuronRows group in _rows.Groups.Skip(1))
            model.Annotations.Add(new LineAnnotation
            {
                Type = LineAnnotationType.Horizontal,
                Y = group.Bottom - _rows.Gap / 2,
                Color = Theme.Grid,
                LineStyle = LineStyle.Solid,
                StrokeThickness = 1,
                Layer = AnnotationLayer.BelowSeries,
            });
    }

    private void AddLegend(PlotModel model, RasterSeries[] spikes)
    {
        MarkKey[] keys = [.. MarkKey.Of(spikes, _options.Groups is null ? spikes[0].OnColor : null)];
        foreach (MarkKey key in keys)
            model.Series.Add(key);
        if (keys.Length > 0)
            model.Legends.Add(FigureStyle.NewLegend());
    }
}
