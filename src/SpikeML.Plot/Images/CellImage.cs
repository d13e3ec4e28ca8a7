using OxyPlot;
using SkiaSharp;
using SpikeML.Plot.Png;

namespace SpikeML.Plot;

/// <summary>A table of values as an image with one pixel per value.</summary>
internal static class CellImage
{
    /// <param name="values">The values from 0 to 1, row by row from the top; NaN for empty cells.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="colors">The colour map.</param>
    /// <param name="empty">The colour of empty cells, or null to leave them transparent.</param>
    public static OxyImage Draw(ReadOnlySpan<double> values, int columns, ColorMap colors, OxyColor? empty = null)
    {
        using SKBitmap bitmap = new(new SKImageInfo(columns, values.Length / columns, SKColorType.Bgra8888, SKAlphaType.Premul));
        using SKPixmap pixels = bitmap.PeekPixels();
        Span<uint> target = pixels.GetPixelSpan<uint>();
        for (int i = 0; i < values.Length; i++)
            target[i] = double.IsNaN(values[i]) ? empty?.ToUint() ?? 0 : colors[values[i]].ToUint();
        return new OxyImage(PngImage.Encode(pixels));
    }
}
