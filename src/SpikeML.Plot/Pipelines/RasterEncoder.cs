using Microsoft.ML.Data;
using SkiaSharp;

namespace SpikeML.Plot;

/// <summary>Encodes pixels as the bytes of an image file.</summary>
internal static class RasterEncoder
{
    private const int CompressionLevel = 6;

    public static void Encode(uint[] pixels, RasterRenderingOptions options, ref VBuffer<byte> image)
    {
        using SKBitmap bitmap = new(new SKImageInfo(options.Width, options.Height, SKColorType.Bgra8888, SKAlphaType.Opaque));
        using SKPixmap pixmap = bitmap.PeekPixels();
        pixels.CopyTo(pixmap.GetPixelSpan<uint>());
        using SKData data = options.Format == RasterImageFormat.Png
            ? pixmap.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.NoFilters, CompressionLevel))
            : pixmap.Encode(new SKJpegEncoderOptions(options.Quality, SKJpegEncoderDownsample.Downsample444,
                SKJpegEncoderAlphaOption.Ignore));
        ReadOnlySpan<byte> bytes = data.AsSpan();
        VBufferEditor<byte> editor = VBufferEditor.Create(ref image, bytes.Length);
        bytes.CopyTo(editor.Values);
        image = editor.Commit();
    }
}
