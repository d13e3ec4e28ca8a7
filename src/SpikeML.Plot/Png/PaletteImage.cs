using SkiaSharp;

namespace SpikeML.Plot.Png;

/// <summary>An image with at most 256 colours: a byte per pixel, its place in the palette.</summary>
internal sealed class PaletteImage
{
    private const int MostColors = 256, Slots = 4 * MostColors;

    private readonly uint[] _colors = new uint[MostColors];
    private int _count;

    // The colour in each slot of a hash table, and its place in the palette; -1 in an empty slot.
    private readonly uint[] _colorInSlot = new uint[Slots];
    private readonly short[] _placeInSlot = new short[Slots];

    private PaletteImage(int pixels)
    {
        Pixels = new byte[pixels];
        _placeInSlot.AsSpan().Fill(-1);
    }

    public byte[] Pixels { get; }

    /// <summary>The colours, as premultiplied 0xAARRGGBB.</summary>
    public ReadOnlySpan<uint> Colors => _colors.AsSpan(0, _count);

    /// <summary>The image of these pixels, or null if they have more than 256 colours.</summary>
    public static PaletteImage? Of(SKPixmap image)
    {
        ReadOnlySpan<uint> pixels = image.GetPixelSpan<uint>();
        PaletteImage result = new(pixels.Length);
        int start = 0;
        while (start < pixels.Length)
        {
            int place = result.PlaceOf(pixels[start]);
            if (place < 0)
                return null;
            int length = RunLength(pixels[start..]);
            result.Pixels.AsSpan(start, length).Fill((byte)place);
            start += length;
        }
        return result;
    }

    // Most of a figure is its background, so a run is worth looking for.
    private static int RunLength(ReadOnlySpan<uint> pixels)
    {
        int length = pixels.IndexOfAnyExcept(pixels[0]);
        return length < 0 ? pixels.Length : length;
    }

    private int PlaceOf(uint color)
    {
        int slot = (int)((color * 2654435769u) >> 22);
        while (_placeInSlot[slot] >= 0)
        {
            if (_colorInSlot[slot] == color)
                return _placeInSlot[slot];
            slot = (slot + 1) % Slots;
        }
        if (_count == MostColors)
            return -1;
        (_colorInSlot[slot], _placeInSlot[slot], _colors[_count]) = (color, (short)_count, color);
        return _count++;
    }
}
