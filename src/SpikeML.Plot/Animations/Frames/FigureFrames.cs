using System.Runtime.InteropServices;
using OxyPlot;
using OxyPlot.Axes;
using SkiaSharp;
using SpikeML.Plot.Export;

namespace SpikeML.Plot.Animations;

/// <summary>
/// Figures with the same axes as frames: the axes are drawn once, and each frame over them. The colours, many because of smooth
/// text, are reduced to the best palette.
/// </summary>
internal sealed class FigureFrames : FrameSource
{
    /// <summary>More than the eye can distinguish in smooth text, and few enough for short codes in a GIF.</summary>
    private const int Colors = 63;

    /// <summary>Frames from the entire run are sampled for the palette.</summary>
    private const int Samples = 4;

    private readonly Func<int, PlotFigure> _figure;
    private readonly FigureSize _size;
    private readonly Dictionary<uint, byte> _places = [];
    private readonly OxyThickness _margins;
    private readonly uint[] _axes;

    // The last frame: its colours, at first none, and their places in the palette.
    private readonly uint[] _lastColors;
    private readonly byte[] _lastPlaces;

    public FigureFrames(int count, FigureSize size, Func<int, PlotFigure> figure)
    {
        (Count, _size, _figure) = (count, size, figure);
        (_lastColors, _lastPlaces) = (new uint[Width * Height], new byte[Width * Height]);
        _margins = figure(0).Margins(size.Width, size.Height);
        _axes = DrawAxes(figure(0));
        Dictionary<uint, int> colors = [];
        foreach (int frame in Enumerable.Range(0, Samples).Select(sample => sample * (count - 1) / (Samples - 1)).Distinct())
        {
            using SKBitmap bitmap = DrawFrame(frame);
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
        using SKBitmap bitmap = DrawFrame(frame);
        using SKPixmap pixmap = bitmap.PeekPixels();
        ReadOnlySpan<uint> colors = pixmap.GetPixelSpan<uint>();
        for (int row = 0; row < Height; row++)
        {
            int start = row * Width;
            ReadOnlySpan<uint> line = colors.Slice(start, Width);
            Span<uint> lastLine = _lastColors.AsSpan(start, Width);
            // Most of a frame is as it was.
            if (!line.SequenceEqual(lastLine))
            {
                Translate(line, _lastPlaces.AsSpan(start, Width));
                line.CopyTo(lastLine);
            }
        }
        _lastPlaces.CopyTo(pixels);
    }

    private void Translate(ReadOnlySpan<uint> colors, Span<byte> places)
    {
        for (int start = 0, end; start < colors.Length; start = end)
        {
            end = colors[start..].IndexOfAnyExcept(colors[start]);
            end = end < 0 ? colors.Length : start + end;
            places[start..end].Fill(PlaceOf(colors[start]));
        }
    }

    private static uint[] DrawAxes(PlotFigure figure)
    {
        figure.Model.Series.Clear();
        figure.Model.Annotations.Clear();
        // The title changes, but its space stays reserved; the border is drawn over the marks.
        figure.Model.TitleColor = OxyColors.Transparent;
        figure.Model.PlotAreaBorderThickness = new OxyThickness(0);
        using SKBitmap bitmap = PngPicture.Draw(figure);
        using SKPixmap pixmap = bitmap.PeekPixels();
        return pixmap.GetPixelSpan<uint>().ToArray();
    }

    private SKBitmap DrawFrame(int frame)
    {
        PlotFigure figure = _figure(frame);
        PlotModel model = figure.Model;
        (model.Background, model.PlotMargins) = (OxyColors.Undefined, _margins);
        foreach (Axis axis in model.Axes)
            axis.IsAxisVisible = false;
        return PngPicture.Draw(figure, _axes);
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
