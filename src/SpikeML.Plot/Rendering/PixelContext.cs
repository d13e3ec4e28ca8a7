using System.Runtime.InteropServices;
using OxyPlot;
using OxyPlot.SkiaSharp;
using SkiaSharp;
using SpikeML.Plot.Fonts;

namespace SpikeML.Plot.Rendering;

/// <summary>
/// OxyPlot's Skia context with text in the label font, and with spikes. The text methods of the base class are never called,
/// because they look for a font on the machine and throw if there is none.
/// </summary>
internal sealed class PixelContext : SkiaRenderContext, IRenderContext, IMarkCanvas
{
    public PixelContext(SKCanvas canvas, double scale, RenderTarget target = RenderTarget.PixelGraphic)
    {
        SkCanvas = canvas;
        DpiScale = (float)scale;
        RenderTarget = target;
    }

    OxySize IRenderContext.MeasureText(string text, string? fontFamily, double fontSize, double fontWeight) =>
        TextBlock.Measure(text, fontSize, fontWeight);

    void IRenderContext.DrawText(ScreenPoint p, string text, OxyColor fill, string? fontFamily, double fontSize,
        double fontWeight,
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
        if (RenderTarget == RenderTarget.VectorGraphic && !marks.ShowsDensity)
        {
            VectorMarks.Draw(marks, SkCanvas);
            return;
        }
        int left = (int)Math.Floor(area.Left * DpiScale), top = (int)Math.Floor(area.Top * DpiScale);
        int width = (int)Math.Ceiling(area.Right * DpiScale) - left, height = (int)Math.Ceiling(area.Bottom * DpiScale) - top;
        if (width <= 0 || height <= 0)
            return;
        using SKBitmap bitmap = SpikeBitmap.Draw(marks, left, top, width, height, DpiScale);
        SkCanvas.DrawBitmap(bitmap, left, top);
    }

    private static double Share(HorizontalAlignment alignment) => alignment switch
    {
        HorizontalAlignment.Left => 0,
        HorizontalAlignment.Center => 0.5,
        _ => 1,
    };

    private void DrawGlyphs(ushort[] glyphs, double x, double baseline, SizedFont font, SKPaint paint)
    {
        using SKTextBlob? text = SKTextBlob.Create(MemoryMarshal.AsBytes<ushort>(glyphs), SKTextEncoding.GlyphId, font.Font);
        if (text is not null)
            SkCanvas.DrawText(text, (float)x, (float)baseline, paint);
    }

    private void DrawLine(string line, double x, double baseline, double fontSize, double fontWeight, OxyColor fill)
    {
        using SKPaint paint = new() { Color = fill.ToSKColor(), IsAntialias = true };
        foreach (TextRun run in TextRun.Split(line))
        {
            SizedFont font = run.Font(fontSize, fontWeight);
            if (run.IsRightToLeft)
                DrawGlyphs(run.Glyphs(font), x, baseline, font, paint);
            else
                SkCanvas.DrawText(run.Text, (float)x, (float)baseline, font.Font, paint);
            x += run.Width(font);
        }
    }
}
