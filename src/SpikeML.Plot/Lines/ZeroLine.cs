using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Series;

namespace SpikeML.Plot;

/// <summary>A line at 0 behind lines with values on both sides of it.</summary>
internal static class ZeroLine
{
    private const double Ink = 0.4;

    public static void Add(PlotModel model, FigureTheme theme)
    {
        LineSeries[] lines = [.. model.Series.OfType<LineSeries>()];
        double[] values = [.. lines.SelectMany(line => line.Points).Where(point => point.IsDefined()).Select(point => point.Y)];
        if (values.Length == 0 || values.Min() >= 0 || values.Max() <= 0)
            return;
        model.Annotations.Add(new LineAnnotation
        {
            Type = LineAnnotationType.Horizontal,
            Y = 0,
            YAxisKey = lines[0].YAxisKey,
            Color = OxyColor.Interpolate(theme.Grid, theme.Ink, Ink),
            LineStyle = LineStyle.Solid,
            StrokeThickness = 1,
            Layer = AnnotationLayer.BelowSeries,
        });
    }
}
