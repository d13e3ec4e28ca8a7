using OxyPlot;
using OxyPlot.SkiaSharp;
using SkiaSharp;
using SpikeML.Plot.Fonts;

namespace SpikeML.Plot.Rendering;

/// <summary>
/// OxyPlot's Skia context with text in the label font, and spikes. The base class's own text is never reached: it looks for a font on
/// the machine and throws where there is none.
/// </summary>
internal sealed class PixelContext : SkiaRenderContext, IRenderContext, IMarkCanvas
{
    public PixelContext(SKCanvas canvas, double scale)
    {
        SkCanvas = canvas;
        DpiScale = (float)scale;
        RenderTarget = RenderTarget.PixelGraphic;
    }

    OxySize IRenderContext.MeasureText(string text, string? fontFamily, double fontSize, double fontWeight) =>
        TextBlock.Measure(text, fontSize, fontWeight);

    void IRenderContext.DrawText(ScreenPoint p, string text, OxyColor fill, string? fontFamily, double fontSize, double fontWeight,
        double rotation, HorizontalAlignment horizontalAlignment, VerticalAlignment verticalAlignment, OxySize? maxSize)
    {
        if (string.IsNullOrEmpty(text) || !fill.IsVisible())
            return;
        using SKAutoCanvasRestore restore = new(SkCanvas);
        SkCanvas.Scale(DpiScale);
        SkCanvas.Translate((float)p.X, (float)p.Y);
        SkCanvas.RotateDegrees((float)rotation);
        TextBlock block = TextBlock.Of(text, fontSize);
        double baseline = block.FirstBaseline(verticalAlignment);
        foreach (string line in block.Lines)
        {
            double width = TextBlock.WidthOf(line, fontSize, fontWeight);
            DrawLine(line, -width * Share(horizontalAlignment), baseline, fontSize, fontWeight, fill);
            baseline += block.LineHeight;
        }
    }

    public void DrawMarks(SpikeMarks marks, OxyRect area)
    {
        int left = (int)Math.Floor(area.Left * DpiScale), top = (int)Math.Floor(area.Top * DpiScale);
        int width = (int)Math.Ceiling(area.Right * DpiScale) - left, height = (int)Math.Ceiling(area.Bottom * DpiScale) - top;
        if (width <= 0 || height <= 0)
            return;
        MarkMask on = new(width, height), off = new(width, height);
        MarkStamp stamp = MarkStamp.Of(marks.Shape, DpiScale);
        foreach (ref readonly SpikeEvent spike in marks.Train.AsSpan())
        {
            if (marks.Shows(spike))
                (spike.Value > 0 ? on : off).Stamp(stamp,
                    marks.X(spike.Step) * DpiScale - left, marks.Y(marks.RowOf(spike)) * DpiScale - top);
        }
        using SKBitmap bitmap = new(new SKImageInfo(width, height, SKColorType.Bgra8888, SKAlphaType.Premul));
        using SKPixmap pixels = bitmap.PeekPixels();
        MarkMask.Paint(on, marks.OnColor, off, marks.OffColor, pixels.GetPixelSpan<uint>());
        SkCanvas.DrawBitmap(bitmap, left, top);
    }

    private static double Share(HorizontalAlignment alignment) => alignment switch
    {
        HorizontalAlignment.Left => 0,
        HorizontalAlignment.Center => 0.5,
        _ => 1,
    };

    private void DrawLine(string line, double x, double baseline, double fontSize, double fontWeight, OxyColor fill)
    {
        using SKPaint paint = new() { Color = fill.ToSKColor(), IsAntialias = true };
        foreach (TextRun run in TextRun.Split(line))
        {
            using SKFont font = LabelFont.OfSize(fontSize, fontWeight, run.Typeface);
            SkCanvas.DrawText(run.Text, (float)x, (float)baseline, font, paint);
            x += run.Measure(font);
        }
    }
}
