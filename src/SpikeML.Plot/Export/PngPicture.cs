using OxyPlot;
using SkiaSharp;
using SpikeML.Plot.Png;
using SpikeML.Plot.Rendering;

namespace SpikeML.Plot.Export;

/// <summary>Figures as PNG.</summary>
internal static class PngPicture
{
    public static byte[] Encode(Figure figure)
    {
        using SKBitmap bitmap = Draw(figure);
        using SKPixmap pixels = bitmap.PeekPixels();
        return PngImage.Encode(pixels);
    }

    /// <summary>The figure's pixels, as premultiplied 0xAARRGGBB.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="ground">The pixels to draw over, with the same size, or empty for none.</param>
    public static SKBitmap Draw(Figure figure, ReadOnlySpan<uint> ground = default)
    {
        FigureSize size = figure.Size;
        SKBitmap bitmap = new(new SKImageInfo(size.PixelWidth, size.PixelHeight, SKColorType.Bgra8888, SKAlphaType.Premul));
        using SKCanvas canvas = new(bitmap);
        if (ground.IsEmpty)
            canvas.Clear(default(SKColor));
        else
            Fill(bitmap, ground);
        using PixelContext context = new(canvas, size.Scale);
        figure.Draw(context, new OxyRect(0, 0, size.Width, size.Height));
        canvas.Flush();
        return bitmap;
    }

    private static void Fill(SKBitmap bitmap, ReadOnlySpan<uint> ground)
    {
        using SKPixmap pixels = bitmap.PeekPixels();
        ground.CopyTo(pixels.GetPixelSpan<uint>());
    }
}
