using SkiaSharp;

namespace SpikeML.Plot.Rendering;

/// <summary>Spikes as pixels.</summary>
internal static class SpikeBitmap
{
    /// <summary>Draws marks on a transparent background.</summary>
    /// <param name="marks">The marks, in pixels at scale 1.</param>
    /// <param name="left">The left edge of the bitmap in device pixels.</param>
    /// <param name="top">The top edge of the bitmap in device pixels.</param>
    /// <param name="width">The width in device pixels.</param>
    /// <param name="height">The height in device pixels.</param>
    /// <param name="scale">The number of device pixels per pixel.</param>
    public static SKBitmap Draw(SpikeMarks marks, int left, int top, int width, int height, double scale)
    {
        MarkMask on = new(width, height), off = new(width, height);
        if (marks.ShowsDensity)
            MarkDensity.Fill(marks, on, off, left, top, scale);
        else
            Stamp(marks, on, off, left, top, scale);
        SKBitmap bitmap = new(new SKImageInfo(width, height, SKColorType.Bgra8888, SKAlphaType.Premul));
        using SKPixmap pixels = bitmap.PeekPixels();
        MarkMask.Paint(on, marks.OnColor, off, marks.OffColor, pixels.GetPixelSpan<uint>());
        return bitmap;
    }

    private static void Stamp(SpikeMarks marks, MarkMask on, MarkMask off, int left, int top, double scale)
    {
        MarkStamp stamp = MarkStamp.Of(marks.Shape, scale);
        foreach (ref readonly SpikeEvent spike in marks.Train.AsSpan())
        {
            if (marks.Shows(spike))
                (spike.Value > 0 ? on : off).Stamp(stamp, marks.X(spike.Step) * scale - left,
                    marks.Y(marks.RowOf(spike)) * scale - top, marks.OpacityOf(marks.LevelOf(spike)));
        }
    }
}
