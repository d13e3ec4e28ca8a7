using OxyPlot;
using SkiaSharp;
using SpikeML.Plot.Png;

namespace SpikeML.Plot.Rendering;

/// <summary>
/// Makes the first picture of a process appear sooner. Most of its time is spent on loading and compiling, so what draws and
/// encodes is compiled on another core while the figure is laid out.
/// </summary>
internal static class HeadStart
{
    private const int Size = 16;

    private static int _hasBegun;

    /// <summary>Begins when first called, and returns at once. Errors are left to the figure, which meets them too.</summary>
    public static void Begin()
    {
        if (Environment.ProcessorCount > 1 && Interlocked.Exchange(ref _hasBegun, 1) == 0)
            _ = Task.Run(DrawAnything);
    }

    private static void DrawAnything()
    {
        using SKBitmap bitmap = new(new SKImageInfo(Size, Size, SKColorType.Bgra8888, SKAlphaType.Premul));
        using SKCanvas canvas = new(bitmap);
        using PixelContext context = new(canvas, 1);
        IRenderContext target = context;
        OxyRect area = new(0, 0, Size, Size);
        target.DrawText(area.Center, "0", OxyColors.Black, null, FigureStyle.TickSize, FontWeights.Normal);
        target.DrawRectangle(area, OxyColors.White, OxyColors.Undefined, 0, EdgeRenderingMode.Adaptive);
        target.DrawLineSegments([area.TopLeft, area.BottomRight], OxyColors.Black, 1, EdgeRenderingMode.PreferSharpness, null,
            LineJoin.Miter);
        canvas.DrawBitmap(bitmap, 0, 0);
        using SKPixmap pixels = bitmap.PeekPixels();
        PngImage.Encode(pixels);
    }
}
