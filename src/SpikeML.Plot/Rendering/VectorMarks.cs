using OxyPlot;
using OxyPlot.SkiaSharp;
using SkiaSharp;

namespace SpikeML.Plot.Rendering;

/// <summary>Spikes as dots and lines, for vector formats.</summary>
internal static class VectorMarks
{
    public static void Draw(SpikeMarks marks, SKCanvas canvas)
    {
        for (int level = 0; level < marks.Levels; level++)
        {
            Draw(marks, canvas, marks.OfKind(off: false, level), Faded(marks.OnColor, marks.OpacityOf(level)));
            Draw(marks, canvas, marks.OfKind(off: true, level), Faded(marks.OffColor, marks.OpacityOf(level)));
        }
    }

    private static void Draw(SpikeMarks marks, SKCanvas canvas, IEnumerable<SpikeEvent> spikes, OxyColor color)
    {
        MarkShape shape = marks.Shape;
        using SKPaint paint = new()
        {
            Color = color.ToSKColor(),
            IsAntialias = true,
            IsStroke = true,
            StrokeWidth = (float)shape.Width,
            StrokeCap = shape.IsRound ? SKStrokeCap.Round : SKStrokeCap.Butt,
        };
        List<SKPoint> points = [];
        foreach (SpikeEvent spike in spikes)
        {
            float x = (float)marks.X(spike.Step), y = (float)marks.Y(marks.RowOf(spike)), half = (float)shape.Height / 2;
            points.AddRange(shape.IsRound ? [new(x, y)] : [new SKPoint(x, y - half), new(x, y + half)]);
        }
        canvas.DrawPoints(shape.IsRound ? SKPointMode.Points : SKPointMode.Lines, [.. points], paint);
    }

    private static OxyColor Faded(OxyColor color, double opacity) =>
        OxyColor.FromAColor((byte)Math.Round(color.A * opacity), color);
}
