using OxyPlot;
using SkiaSharp;

namespace SpikeML.Plot.Tests;

/// <summary>A decoded PNG.</summary>
internal sealed class Picture(byte[] png) : IDisposable
{
    private readonly SKBitmap _bitmap = SKBitmap.Decode(png);

    public int Width => _bitmap.Width;

    public int Height => _bitmap.Height;

    public SKColor this[int x, int y] => _bitmap.GetPixel(x, y);

    /// <summary>The pixels in an area that are not white.</summary>
    public HashSet<(int X, int Y)> Inked(OxyRect area, double scale)
    {
        HashSet<(int, int)> inked = [];
        for (int y = (int)(area.Top * scale); y < (int)(area.Bottom * scale); y++)
        {
            for (int x = (int)(area.Left * scale); x < (int)(area.Right * scale); x++)
            {
                if (_bitmap.GetPixel(x, y) != SKColors.White)
                    inked.Add((x, y));
            }
        }
        return inked;
    }

    public void Dispose() => _bitmap.Dispose();
}
