using SkiaSharp;

namespace SpikeML.Samples.Tests;

/// <summary>Looks at pictures that samples have saved.</summary>
internal static class PictureCheck
{
    /// <summary>The picture, or the first frame of an animation, can be read and is not of one colour.</summary>
    public static void IsDrawn(string path)
    {
        using SKBitmap? bitmap = SKBitmap.Decode(path);
        Assert.True(bitmap is not null, $"{path} is no picture.");
        int mostOfOneColor = bitmap.Pixels.GroupBy(pixel => pixel).Max(group => group.Count());
        Assert.True(mostOfOneColor < bitmap.Width * bitmap.Height * 0.999, $"{path} is blank.");
    }
}
