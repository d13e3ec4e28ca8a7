using Microsoft.ML.Data;
using SkiaSharp;
using SpikeML.Plot.Png;

namespace SpikeML.Plot;

/// <summary>Encodes pixels as the bytes of an image file.</summary>
internal static class RasterEncoder
{
    public static void Encode(uint[] pixels, RasterRenderingOptions options, ref VBuffer<byte> image)
    {
        using SKBitmap bitmap = new(new SKImageInfo(options.Width, options.Height, SKColorType.Bgra8888, SKAlphaType.Opaque));
        using SKPixmap pixmap = bitmap.PeekPixels();
        pixels.CopyTo(pixmap.GetPixelSpan<uint>());
        byte[] bytes = options.Format == RasterImageFormat.Png ? PngImage.Encode(pixmap) : EncodeJpeg(pixmap, options.Quality);
        VBufferEditor<byte> editor = VBufferEditor.Create(ref image, bytes.Length);
        bytes.AsSpan().CopyTo(editor.Values);
        image = editor.Commit();
    }

    private static byte[] EncodeJpeg(SKPixmap pixels, int quality)
    {
        using SKData data = pixels.Encode(new SKJpegEncoderOptions(quality, SKJpegEncoderDownsample.Downsample444,
            SKJpegEncoderAlphaOption.Ignore));
        return data.ToArray();
    }
}
