using Microsoft.ML;
using Microsoft.ML.Data;
using SkiaSharp;

namespace SpikeML.Images;

/// <summary>Generated digits as typical image files: in colour, in different sizes, with one folder per class.</summary>
internal static class DigitImages
{
    private const int Side = 28, SmallestSide = 40, LargestSide = 90;

    public static void Write(string folder, int count, int seed)
    {
        IDataView digits = new MLContext().Data.LoadSampleDigits(count, seed);
        Random random = new(seed);
        int number = 0;
        foreach ((uint key, float[] pixels) in digits.GetColumn<uint>("Label").Zip(digits.GetColumn<float[]>("Features")))
        {
            string label = Path.Combine(folder, $"{key - 1}");
            Directory.CreateDirectory(label);
            Save(Path.Combine(label, $"{number++:0000}.png"), pixels, Ink(random), random.Next(SmallestSide, LargestSide + 1));
        }
    }

    // Bright enough to stand out from the black background in grey.
    private static SKColor Ink(Random random) => SKColor.FromHsv(random.Next(360), random.Next(60), 100);

    private static void Save(string path, float[] pixels, SKColor ink, int side)
    {
        using SKBitmap digit = new(Side, Side) { Pixels = [.. pixels.Select(pixel => Shade(ink, pixel))] };
        using SKBitmap scaled = digit.Resize(new SKImageInfo(side, side), SKFilterQuality.Medium);
        using FileStream file = File.Create(path);
        scaled.Encode(file, SKEncodedImageFormat.Png, quality: 100);
    }

    private static SKColor Shade(SKColor ink, float pixel) =>
        new((byte)(ink.Red * pixel), (byte)(ink.Green * pixel), (byte)(ink.Blue * pixel));
}
