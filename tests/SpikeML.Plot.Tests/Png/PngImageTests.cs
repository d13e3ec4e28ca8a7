using SkiaSharp;
using SpikeML.Plot.Png;

namespace SpikeML.Plot.Tests.Png;

public class PngImageTests
{
    private const int ColorTypeOffset = 25, BitsOffset = 24;
    private const byte Palette = 3;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(16, 4)]
    [InlineData(17, 8)]
    [InlineData(256, 8)]
    public void Encode_uses_a_palette_of_the_fewest_bits_when_colours_are_few(int colors, int bits)
    {
        uint[] pixels = Opaque(colors);

        byte[] png = Encode(pixels);

        Assert.Equal((Palette, bits), (png[ColorTypeOffset], png[BitsOffset]));
        Assert.Equal(pixels, Decode(png));
    }

    [Fact]
    public void Encode_keeps_every_colour_when_they_are_too_many_for_a_palette()
    {
        uint[] pixels = Opaque(257);

        byte[] png = Encode(pixels);

        Assert.NotEqual(Palette, png[ColorTypeOffset]);
        Assert.Equal(pixels, Decode(png));
    }

    [Fact]
    public void Encode_keeps_transparency()
    {
        // Greys of every opacity, premultiplied.
        uint[] pixels = [.. Enumerable.Range(0, 256).Select(alpha => (uint)alpha << 24 | (uint)(alpha / 2) * 0x010101)];

        byte[] png = Encode(pixels);

        Assert.Equal(Palette, png[ColorTypeOffset]);
        Assert.Equal(pixels, Decode(png));
    }

    private static uint[] Opaque(int colors) =>
        [.. Enumerable.Range(0, 600).Select(i => 0xFF000000 | (uint)(i % colors) * 0x00010307)];

    private static byte[] Encode(uint[] pixels)
    {
        using SKBitmap bitmap = Bitmap(pixels);
        using SKPixmap pixmap = bitmap.PeekPixels();
        return PngImage.Encode(pixmap);
    }

    private static SKBitmap Bitmap(uint[] pixels)
    {
        SKBitmap bitmap = new(new SKImageInfo(2, pixels.Length / 2, SKColorType.Bgra8888, SKAlphaType.Premul));
        using SKPixmap pixmap = bitmap.PeekPixels();
        pixels.CopyTo(pixmap.GetPixelSpan<uint>());
        return bitmap;
    }

    private static uint[] Decode(byte[] png)
    {
        using SKBitmap bitmap = SKBitmap.Decode(png,
            new SKImageInfo(2, SKBitmap.DecodeBounds(png).Height, SKColorType.Bgra8888, SKAlphaType.Premul));
        using SKPixmap pixmap = bitmap.PeekPixels();
        return pixmap.GetPixelSpan<uint>().ToArray();
    }
}
