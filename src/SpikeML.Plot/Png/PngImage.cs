using SkiaSharp;

namespace SpikeML.Plot.Png;

/// <summary>Encodes images as PNG.</summary>
internal static class PngImage
{
    private const int CompressionLevel = 6;

    /// <summary>
    /// Encodes an image, with a palette if it has at most 256 colours, as most figures do: that is a quarter of the bytes to
    /// compress.
    /// </summary>
    /// <param name="image">The pixels, as premultiplied 0xAARRGGBB.</param>
    public static byte[] Encode(SKPixmap image)
    {
        if (PaletteImage.Of(image) is { } few)
            return Encode(few, image.Width, image.Height);
        using SKData png = image.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.NoFilters, CompressionLevel))
            ?? throw new InvalidOperationException("The image could not be encoded as PNG.");
        return png.ToArray();
    }

    private static byte[] Encode(PaletteImage image, int width, int height)
    {
        uint[] palette = new uint[image.Colors.Length];
        for (int place = 0; place < palette.Length; place++)
            palette[place] = (uint)SKPMColor.UnPreMultiply((SKPMColor)image.Colors[place]);
        using MemoryStream file = new();
        PngChunks.WriteImage(file, image.Pixels, width, height, palette);
        return file.ToArray();
    }
}
