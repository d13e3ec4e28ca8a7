using OxyPlot;
using OxyPlot.SkiaSharp;
using SkiaSharp;

namespace SpikeML.Plot.Rendering;

/// <summary>Spikes as dots and lines, for vector formats.</summary>
internal static class VectorMarks
{
    public static void Draw(SpikeMarks marks, SKCanvas canvas)
    {
        Draw(marks, canvas, off: false, marks.OnColor);
        Draw(marks, canvas, off: true, marks.OffColor);
    }

    private static void Draw(SpikeMarks marks, SKCanvas canvas, bool off, OxyColor color)
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
        foreach (ref readonly SpikeEvent spike in marks.Train.AsSpan())
        {
            if (spike.Value < 0 != off || !marks.Shows(spike))
                continue;
            float x = (float)marks.X(spike.Step), y = (float)marks.Y(marks.RowOf(spike)), half = (float)shape.Height / 2;
            points.AddRange(shape.IsRound ? [new(x, y)] : [new SKPoint(x, y - half), new(x, y + half)]);
        }
        canvas.DrawPoints(shape.IsRound ? SKPointMode.Points : SKPointMode.Lines, [.. points], paint);
    }
}
