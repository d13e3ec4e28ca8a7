using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace SpikeML.Plot;

/// <summary>Puts a line figure together.</summary>
internal static class LinePlot
{
    private const int DefaultWidth = 600, DefaultHeight = 400;
    private const double Padding = 0.04, TickDistance = 45;

    private static readonly OxyColor GridColor = OxyColor.FromRgb(0xE4, 0xE4, 0xE4);

    public static PlotFigure Draw(ReadOnlySpan<float> xs, ReadOnlySpan<float> ys, LineOptions options)
    {
        FigureSize size = new(options.Width ?? DefaultWidth, options.Height ?? DefaultHeight, options.Scale);
        PlotModel model = FigureTheme.NewModel(options.Title, size.Width);
        model.Axes.Add(NewAxis(AxisPosition.Bottom, options.XLabel));
        model.Axes.Add(NewAxis(AxisPosition.Left, options.YLabel));
        LineSeries line = new() { Color = options.Color, StrokeThickness = options.LineWidth, LineJoin = LineJoin.Round };
        for (int i = 0; i < xs.Length; i++)
        {
            bool isPoint = float.IsFinite(xs[i]) && float.IsFinite(ys[i]);
            line.Points.Add(isPoint ? new DataPoint(xs[i], ys[i]) : DataPoint.Undefined);
        }
        model.Series.Add(line);
        return new PlotFigure(model, size);
    }

    private static LinearAxis NewAxis(AxisPosition position, string? label)
    {
        LinearAxis axis = new()
        {
            MinimumPadding = Padding,
            MaximumPadding = Padding,
            MajorGridlineStyle = LineStyle.Solid,
            MajorGridlineColor = GridColor,
            IntervalLength = TickDistance,
        };
        FigureTheme.Style(axis, position, label);
        axis.LabelFormatter = value => TickLabel.ToStep(value, axis.ActualMajorStep);
        return axis;
    }
}
