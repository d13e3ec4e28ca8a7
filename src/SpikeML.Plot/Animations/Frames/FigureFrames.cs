using System.Runtime.InteropServices;
using SkiaSharp;
using SpikeML.Plot.Export;

namespace SpikeML.Plot.Animations;

/// <summary>Figures as frames. Their colours, many because of smooth text, are reduced to the best palette.</summary>
internal sealed class FigureFrames : FrameSource
{
    /// <summary>More than the eye can distinguish in smooth text, and few enough for short codes in a GIF.</summary>
    private const int Colors = 63;

    /// <summary>Frames from the entire run are sampled for the palette.</summary>
    private const int Samples = 8;

    private readonly Func<int, Figure> _figure;
    private readonly FigureSize _size;
    private readonly Dictionary<uint, byte> _places = [];

    public FigureFrames(int count, FigureSize size, Func<int, Figure> figure)
    {
        (Count, _size, _figure) = (count, size, figure);
        Dictionary<uint, int> colors = [];
        foreach (int frame in Enumerable.Range(0, Samples).Select(sample => sample * (count - 1) / (Samples - 1)).Distinct())
        {
            using SKBitmap bitmap = PngPicture.Draw(figure(frame));
            CountColors(bitmap, colors);
        }
        Palette = MedianCut.Palette(colors, Colors);
    }

    public override int Width => _size.PixelWidth;

    public override int Height => _size.PixelHeight;

    public override int Count { get; }

    public override uint[] Palette { get; }

    public override void Draw(int frame, Span<byte> pixels)
    {
        using SKBitmap bitmap = PngPicture.Draw(_figure(frame));
        using SKPixmap pixmap = bitmap.PeekPixels();
        ReadOnlySpan<uint> colors = pixmap.GetPixelSpan<uint>();
        (uint last, byte place) = (colors[0], PlaceOf(colors[0]));
        for (int i = 0; i < colors.Length; i++)
        {
            if (colors[i] != last)
                (last, place) = (colors[i], PlaceOf(colors[i]));
            pixels[i] = place;
        }
    }

    private static void CountColors(SKBitmap bitmap, Dictionary<uint, int> colors)
    {
        using SKPixmap pixmap = bitmap.PeekPixels();
        ReadOnlySpan<uint> pixels = pixmap.GetPixelSpan<uint>();
        for (int start = 0, end; start < pixels.Length; start = end)
        {
            end = pixels[start..].IndexOfAnyExcept(pixels[start]);
            end = end < 0 ? pixels.Length : start + end;
            CollectionsMarshal.GetValueRefOrAddDefault(colors, pixels[start], out _) += end - start;
        }
    }

    private byte PlaceOf(uint color)
    {
        ref byte place = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, color, out bool isKnown);
        if (!isKnown)
            place = Nearest(color);
        return place;
    }

    private byte Nearest(uint color)
    {
        int nearest = 0, least = int.MaxValue;
        for (int i = 0; i < Palette.Length; i++)
        {
            int distance = MedianCut.Distance(color, Palette[i]);
            if (distance < least)
                (nearest, least) = (i, distance);
        }
        return (byte)nearest;
    }
}
