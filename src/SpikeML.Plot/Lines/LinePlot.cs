using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;
using SpikeML.Plot.Rendering;

namespace SpikeML.Plot;

/// <summary>Builds a line figure.</summary>
internal static class LinePlot
{
    private const int DefaultWidth = 600, DefaultHeight = 400, HeightForSpikes = 90;
    private const double SpikesOfHeight = 0.16, LineFrom = 0.24, EdgeMargin = 8;
    private const double WidthOfLabels = 80, LeastPitchOfDots = 16, DotRadius = 1.5;

    /// <summary>A curve through points.</summary>
    /// <returns>The figure, ready to save or show; its model can be styled further.</returns>
    public static PlotFigure Curve(ReadOnlySpan<float> xs, ReadOnlySpan<float> ys, LineOptions options)
    {
        PlotModel model = NewModel(options, DefaultHeight, out FigureSize size);
        model.Axes.Add(ValueAxis.OfValues(AxisPosition.Bottom, options.XLabel, SiUnit.None));
        model.Axes.Add(ValueAxis.OfValues(AxisPosition.Left, options.YLabel, UnitOf(options, [.. ys])));
        LineSeries line = NewLine(options, Color(options, 0, 1, null), size, xs.Length);
        for (int i = 0; i < xs.Length; i++)
            line.Points.Add(float.IsFinite(xs[i]) && float.IsFinite(ys[i]) ? new DataPoint(xs[i], ys[i]) : DataPoint.Undefined);
        model.Series.Add(line);
        return Finish(model, size, options);
    }

    /// <summary>Series of values for each step, on one time axis.</summary>
    /// <returns>The figure, ready to save or show; its model can be styled further.</returns>
    public static PlotFigure Series(IReadOnlyList<NamedLine> lines, LineOptions options)
    {
        PlotModel model = NewModel(options, DefaultHeight, out FigureSize size);
        model.Axes.Add(NewTimeAxis(lines.Max(line => line.Values.Count), options));
        model.Axes.Add(ValueAxis.OfValues(AxisPosition.Left, options.YLabel,
            UnitOf(options, lines.SelectMany(line => line.Values))));
        AddLines(model, lines, size, options);
        return Finish(model, size, options);
    }

    /// <summary>Series above, their spikes below, on one time axis.</summary>
    /// <returns>The figure, ready to save or show; its model can be styled further.</returns>
    public static PlotFigure WithSpikes(IReadOnlyList<NamedLine> lines, SpikeTrain spikes, LineOptions options)
    {
        PlotModel model = NewModel(options, DefaultHeight + HeightForSpikes, out FigureSize size);
        model.Axes.Add(NewTimeAxis(spikes.NumSteps, options));
        LinearAxis value = ValueAxis.OfValues(AxisPosition.Left, options.YLabel,
            UnitOf(options, lines.SelectMany(line => line.Values)));
        (value.Key, value.StartPosition) = ("value", LineFrom);
        model.Axes.Add(value);
        IndexAxis neuron = new(spikes.NeuronCount)
        {
            Key = "neuron",
            EndPosition = SpikesOfHeight,
            // Only the first and the last: more would overlap.
            MajorStep = Math.Max(1, spikes.NeuronCount - 1),
        };
        FigureStyle.Style(neuron, AxisPosition.Left, "Spikes");
        if (spikes.NeuronCount == 1)
            (neuron.LabelFormatter, neuron.TickStyle) = (_ => "", TickStyle.None);
        model.Axes.Add(neuron);
        AddLines(model, lines, size, options, value.Key);
        AddSpikes(model, spikes, neuron.Key, options);
        return Finish(model, size, options);
    }

    private static PlotModel NewModel(LineOptions options, int height, out FigureSize size)
    {
        size = new FigureSize(options.Width ?? DefaultWidth, options.Height ?? height, options.Scale);
        return FigureStyle.NewModel(options.Title, size.Width);
    }

    private static IndexAxis NewTimeAxis(int numSteps, LineOptions options)
    {
        IndexAxis time = TimeAxis.New(Math.Max(1, numSteps), options.SecondsPerStep, options.XLabel);
        time.MinimumDataMargin = time.MaximumDataMargin = EdgeMargin;
        time.MajorGridlineStyle = LineStyle.Solid;
        return time;
    }

    private static SiUnit UnitOf(LineOptions options, IEnumerable<float> values) => options.Unit is not { Length: > 0 } unit
        ? SiUnit.None
        : SiUnit.Of(unit, values.Where(float.IsFinite).Select(value => Math.Abs((double)value)).DefaultIfEmpty(1).Max());

    private static OxyColor Color(LineOptions options, int line, int count, OxyColor? own) =>
        own ?? (count == 1 ? options.Color.GetActualColor(options.Look.PrimaryColor) : options.Look.OfGroup(line));

    private static LineSeries NewLine(LineOptions options, OxyColor color, FigureSize size, int points) => new()
    {
        Color = color,
        StrokeThickness = options.LineWidth,
        LineJoin = LineJoin.Round,
        MarkerType = options.MarkPoints ?? (size.Width - WidthOfLabels) / Math.Max(1, points - 1.0) >= LeastPitchOfDots
            ? MarkerType.Circle : MarkerType.None,
        MarkerSize = DotRadius + options.LineWidth / 2,
        MarkerFill = color,
    };

    private static void AddLines(PlotModel model, IReadOnlyList<NamedLine> lines, FigureSize size, LineOptions options,
        string? axis = null)
    {
        for (int i = 0; i < lines.Count; i++)
        {
            LineSeries line = NewLine(options, Color(options, i, lines.Count, lines[i].Color), size, lines[i].Values.Count);
            // Beyond the theme's colours, dashes tell lines apart.
            line.LineStyle = (i / options.Look.GroupColors.Count % 3) switch
            {
                0 => LineStyle.Solid,
                1 => LineStyle.Dash,
                _ => LineStyle.Dot,
            };
            line.Decimator = Decimator.Decimate;
            line.YAxisKey = axis;
            line.Title = lines.Count > 1 ? lines[i].Name : null;
            for (int step = 0; step < lines[i].Values.Count; step++)
                line.Points.Add(float.IsFinite(lines[i].Values[step])
                    ? new DataPoint(step * (options.SecondsPerStep ?? 1), lines[i].Values[step]) : DataPoint.Undefined);
            model.Series.Add(line);
        }
        if (lines.Count > 1)
            model.Legends.Add(FigureStyle.NewLegend());
    }

    private static void AddSpikes(PlotModel model, SpikeTrain spikes, string axis, LineOptions options)
    {
        RasterSeries marks = new(spikes, NeuronRows.All(spikes), new MarkRule(RasterMark.Bar, null))
        {
            StepLength = options.SecondsPerStep ?? 1,
            OnColor = options.Look.OnColor,
            OffColor = options.Look.OffColor,
            Shades = MarkShades.Of(spikes),
            YAxisKey = axis,
        };
        model.Series.Add(marks);
        MarkKey[] keys = [.. MarkKey.Of([marks], marks.OnColor)];
        foreach (MarkKey key in keys)
            model.Series.Add(key);
        if (keys.Length > 0 && model.Legends.Count == 0)
            model.Legends.Add(FigureStyle.NewLegend());
    }

    private static PlotFigure Finish(PlotModel model, FigureSize size, LineOptions options)
    {
        if (model.Series.OfType<LineSeries>().All(line => !line.Points.Any(point => point.IsDefined())))
            model.Annotations.Add(new EmptyNote("No finite values"));
        ZeroLine.Add(model, options.Look);
        return new PlotFigure(model, size, options.Look);
    }
}
