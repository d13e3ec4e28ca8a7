using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace SpikeML.Plot;

/// <summary>Builds training curves: loss and accuracy side by side.</summary>
internal sealed class TrainingCurvePlot(IReadOnlyList<double> loss, IReadOnlyList<double> validationLoss,
    IReadOnlyList<double> accuracy, IReadOnlyList<double> validationAccuracy, TrainingCurveOptions options)
{
    private const int PanelWidth = 480, PanelHeight = 320, MostMarkers = 40;
    private const double LineWidth = 1.6, EdgeMargin = 8, MarkerSize = 2.5;

    public GridFigure Draw()
    {
        bool hasAccuracy = accuracy.Concat(validationAccuracy).Any(double.IsFinite);
        List<PlotFigure> panels = [Panel(options.YLabel ?? "Loss", LossAxis(), loss, validationLoss)];
        if (hasAccuracy)
            panels.Add(Panel("Accuracy", ValueAxis.OfValues(AxisPosition.Left, "", SiUnit.None), accuracy, validationAccuracy));
        return GridFigure.Of(panels, new GridOptions
        {
            Title = options.Title,
            Width = options.Width,
            Height = options.Height,
            Scale = options.Scale,
            Theme = options.Theme,
        });
    }

    private Axis LossAxis()
    {
        if (!options.LogarithmicLoss)
            return ValueAxis.OfValues(AxisPosition.Left, "", SiUnit.None);
        LogarithmicAxis axis = new() { IsZoomEnabled = false, IsPanEnabled = false, MajorGridlineStyle = LineStyle.Solid };
        axis.LabelFormatter = value => TickLabel.ToStep(value, Math.Min(1, value));
        return axis;
    }

    private PlotFigure Panel(string label, Axis value, IReadOnlyList<double> training, IReadOnlyList<double> validation)
    {
        PlotModel model = FigureStyle.NewModel(null, PanelWidth);
        IndexAxis epoch = new(1, loss.Count + 1, 1, null) { MajorGridlineStyle = LineStyle.Solid };
        FigureStyle.Style(epoch, AxisPosition.Bottom, options.XLabel ?? "Epoch");
        epoch.MinimumDataMargin = epoch.MaximumDataMargin = EdgeMargin;
        FigureStyle.Style(value, AxisPosition.Left, label);
        model.Axes.Add(epoch);
        model.Axes.Add(value);
        bool hasBoth = validation.Any(double.IsFinite);
        AddCurve(model, training, hasBoth ? "training" : null, options.Look.PrimaryColor, LineStyle.Solid);
        AddCurve(model, validation, hasBoth ? "validation" : null, options.Look.AccentColor, LineStyle.Dash);
        if (hasBoth)
            model.Legends.Add(FigureStyle.NewLegend());
        if (!training.Concat(validation).Any(double.IsFinite))
            model.Annotations.Add(new EmptyNote("No finite values"));
        AddBest(model);
        return new PlotFigure(model, new FigureSize(PanelWidth, PanelHeight, 1), options.Look);
    }

    private void AddCurve(PlotModel model, IReadOnlyList<double> values, string? name, OxyColor color, LineStyle style)
    {
        LineSeries line = new()
        {
            Title = name,
            Color = color,
            LineStyle = style,
            StrokeThickness = LineWidth,
            MarkerType = loss.Count <= MostMarkers ? MarkerType.Circle : MarkerType.None,
            MarkerSize = MarkerSize,
            MarkerFill = color,
        };
        for (int i = 0; i < values.Count; i++)
            line.Points.Add(double.IsFinite(values[i]) ? new DataPoint(i + 1, values[i]) : DataPoint.Undefined);
        if (values.Count > 0)
            model.Series.Add(line);
    }

    private void AddBest(PlotModel model)
    {
        IReadOnlyList<double> judged = validationLoss.Any(double.IsFinite) ? validationLoss : loss;
        if (!options.MarkBest || !judged.Any(double.IsFinite))
            return;
        int best = judged.Index().Where(item => double.IsFinite(item.Item)).MinBy(item => item.Item).Index + 1;
        OxyColor color = OxyColor.Interpolate(options.Look.Background, options.Look.Ink, 0.6);
        model.Annotations.Add(new LineAnnotation
        {
            Type = LineAnnotationType.Vertical,
            X = best,
            Color = color,
            LineStyle = LineStyle.Dot,
            StrokeThickness = 1.2,
            Text = $"best: {TickLabel.Whole(best)}",
            TextColor = color,
            FontSize = FigureStyle.TickSize,
            Layer = AnnotationLayer.BelowSeries,
        });
    }
}
