using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;
using SpikeML.Plot.Rendering;

namespace SpikeML.Plot;

/// <summary>Builds the figure of one neuron's response: spikes above, its potential in the middle, its input below.</summary>
internal sealed class MembranePlot(float[] potentials, SpikeTrain? spikes, float[] input, MembraneOptions options)
{
    private const int DefaultWidth = 700, DefaultHeight = 420, HeightWithoutInput = 300;
    private const double InputTop = 0.26, PotentialBottom = 0.32, PotentialTop = 0.88, SpikesBottom = 0.91;
    private const double Padding = 0.08, NamePadding = 0.16;
    private const double LineWidth = 1.5, EdgeMargin = 6, TickDistance = 36;

    public PlotFigure Draw()
    {
        FigureSize size = new(options.Width ?? DefaultWidth,
            options.Height ?? (input.Length > 0 ? DefaultHeight : HeightWithoutInput), options.Scale);
        PlotModel model = FigureStyle.NewModel(options.Title, size.Width);
        model.PlotAreaBorderThickness = new OxyThickness(0, 0, 0, 1);
        IndexAxis time = TimeAxis.New(potentials.Length, options.SecondsPerStep, options.XLabel);
        time.MinimumDataMargin = time.MaximumDataMargin = EdgeMargin;
        model.Axes.Add(time);
        AddPotential(model);
        AddInput(model);
        AddSpikes(model);
        return new PlotFigure(model, size, options.Look);
    }

    private void AddPotential(PlotModel model)
    {
        double[] shown = [.. potentials.Where(float.IsFinite).Select(value => (double)value),
            .. new[] { options.Threshold, options.Reset }.OfType<double>()];
        LinearAxis axis = NewAxis("potential", options.YLabel ?? "Membrane potential", shown, options.Unit);
        // The name of the threshold is above its line.
        if (options.Threshold is { } threshold)
            axis.Maximum = Math.Max(axis.Maximum, threshold + NamePadding * (axis.Maximum - axis.Minimum));
        (axis.StartPosition, axis.EndPosition) =
            (input.Length > 0 ? PotentialBottom : 0, spikes is null ? 1 : PotentialTop);
        model.Axes.Add(axis);
        AddLevel(model, axis.Key, options.Threshold, "threshold", LineStyle.Dash, VerticalAlignment.Bottom);
        AddLevel(model, axis.Key, options.Reset, "reset", LineStyle.Dot, VerticalAlignment.Top);
        LineSeries line = NewLine(potentials, axis.Key, options.Color.GetActualColor(options.Look.PrimaryColor));
        if (!line.Points.Any(point => point.IsDefined()))
            model.Annotations.Add(new EmptyNote("No finite values"));
        model.Series.Add(line);
    }

    private void AddInput(PlotModel model)
    {
        if (input.Length == 0)
            return;
        LinearAxis axis = NewAxis("input", options.InputLabel, [.. input.Where(float.IsFinite).Select(value => (double)value)],
            options.InputUnit);
        axis.EndPosition = InputTop;
        model.Axes.Add(axis);
        model.Series.Add(NewLine(input, axis.Key, OxyColor.Interpolate(options.Look.Background, options.Look.Ink, 0.6)));
    }

    private void AddSpikes(PlotModel model)
    {
        if (spikes is null)
            return;
        IndexAxis axis = new(1) { Key = "spikes", StartPosition = SpikesBottom, LabelFormatter = _ => "Spikes" };
        FigureStyle.Style(axis, AxisPosition.Left, "");
        axis.TickStyle = TickStyle.None;
        model.Axes.Add(axis);
        model.Series.Add(new RasterSeries(spikes, NeuronRows.All(spikes), new MarkRule(RasterMark.Bar, null))
        {
            StepLength = options.SecondsPerStep ?? 1,
            OnColor = options.Look.AccentColor,
            OffColor = options.Look.AccentColor,
            YAxisKey = axis.Key,
        });
    }

    private static LinearAxis NewAxis(string key, string label, double[] shown, string? unitName)
    {
        (double low, double high) = (shown.DefaultIfEmpty(0).Min(), shown.DefaultIfEmpty(1).Max());
        double padding = high > low ? Padding * (high - low) : Math.Max(Math.Abs(high), 1) * Padding;
        SiUnit unit = unitName is { Length: > 0 } ? SiUnit.Of(unitName, Math.Max(Math.Abs(low), Math.Abs(high))) : SiUnit.None;
        LinearAxis axis = ValueAxis.Between(AxisPosition.Left, label, low - padding, high + padding, unit);
        (axis.Key, axis.IntervalLength, axis.AxislineStyle) = (key, TickDistance, LineStyle.Solid);
        return axis;
    }

    private LineSeries NewLine(float[] values, string axis, OxyColor color)
    {
        LineSeries line = new()
        {
            Color = color,
            StrokeThickness = LineWidth,
            LineJoin = LineJoin.Round,
            Decimator = Decimator.Decimate,
            // A line of one point is not visible.
            MarkerType = values.Length == 1 ? MarkerType.Circle : MarkerType.None,
            MarkerFill = color,
            YAxisKey = axis,
        };
        for (int step = 0; step < values.Length; step++)
            line.Points.Add(float.IsFinite(values[step]) ? new DataPoint(step * (options.SecondsPerStep ?? 1), values[step])
                : DataPoint.Undefined);
        return line;
    }

    private void AddLevel(PlotModel model, string axis, double? level, string name, LineStyle style,
        VerticalAlignment place)
    {
        if (level is not { } value)
            return;
        OxyColor color = OxyColor.Interpolate(options.Look.Background, options.Look.Ink, 0.65);
        model.Annotations.Add(new LineAnnotation
        {
            Type = LineAnnotationType.Horizontal,
            Y = value,
            YAxisKey = axis,
            Color = color,
            LineStyle = style,
            StrokeThickness = 1.2,
            Text = name,
            TextVerticalAlignment = place,
            TextColor = color,
            FontSize = FigureStyle.TickSize,
        });
    }
}
