namespace SpikeML.WebApi;

/// <summary>
/// Images as those of MNIST: the ink is scaled to a box of 20 x 20 pixels, whose centre of mass is in the middle of 28 x 28.
/// </summary>
internal static class DigitImage
{
    public const int Side = 28;

    private const int BoxSide = 20;

    /// <summary>Pixels that are no brighter belong to the ground.</summary>
    private const float Ink = 0.1f;

    /// <summary>Why there is no digit in a square image, or null.</summary>
    public static string? Fault(float[] pixels)
    {
        int side = SideOf(pixels);
        if (InkBox.Find(pixels, side, Ink) is not { } box)
            return "No pixel is brighter than 0.1: draw a digit first.";
        if (box.LongerSide * 7 < side)
            return $"The ink covers {box.Width} x {box.Height} of {side} x {side} pixels: draw the digit larger.";
        int bright = Enumerable.Range(0, side).Sum(i => new[] { i, pixels.Length - 1 - i, i * side, i * side + side - 1 }
            .Count(at => pixels[at] >= 0.5f));
        return bright > 2 * side
            ? "The edge of the image is bright: send bright ink on a dark ground, 1 for ink and 0 for the ground." : null;
    }

    /// <summary>The digit in the middle of an image of 28 x 28 pixels; each pixel is a multiple of 1/255, as in MNIST.</summary>
    public static float[] Center(float[] pixels)
    {
        int side = SideOf(pixels);
        InkBox box = InkBox.Find(pixels, side, Ink)
            ?? throw new ArgumentException("There is no ink in the image.", nameof(pixels));
        float scale = (float)box.LongerSide / BoxSide;
        int width = Scaled(box.Width, scale), height = Scaled(box.Height, scale);
        float[] small = new float[width * height];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
                small[y * width + x] = Sample(pixels, side, box.Left + (x + 0.5f) * scale, box.Top + (y + 0.5f) * scale, scale);
        }
        return Place(small, width, height);
    }

    public static int SideOf(float[] pixels) => (int)Math.Sqrt(pixels.Length);

    private static int Scaled(int length, float scale) => Math.Clamp((int)MathF.Ceiling(length / scale), 1, BoxSide);

    // The mean of a window as large as the new pixel, or the old one if that is larger: then this is linear interpolation.
    private static float Sample(float[] pixels, int side, float centerX, float centerY, float scale)
    {
        float half = Math.Max(scale, 1) / 2, sum = 0;
        for (int y = Math.Max(0, (int)(centerY - half)); y < Math.Min(side, centerY + half); y++)
        {
            for (int x = Math.Max(0, (int)(centerX - half)); x < Math.Min(side, centerX + half); x++)
                sum += pixels[y * side + x] * Overlap(x, centerX, half) * Overlap(y, centerY, half);
        }
        return sum / (4 * half * half);
    }

    private static float Overlap(int pixel, float center, float half) =>
        Math.Max(0, Math.Min(pixel + 1, center + half) - Math.Max(pixel, center - half));

    private static float[] Place(float[] small, int width, int height)
    {
        float mass = small.Sum(), middleX = 0, middleY = 0;
        for (int i = 0; i < small.Length; i++)
        {
            middleX += small[i] / mass * (i % width + 0.5f);
            middleY += small[i] / mass * (i / width + 0.5f);
        }
        int left = Start(middleX, width), top = Start(middleY, height);
        float[] placed = new float[Side * Side];
        for (int i = 0; i < small.Length; i++)
            placed[(top + i / width) * Side + left + i % width] = MathF.Round(small[i] * 255) / 255;
        return placed;
    }

    // Clamped so that no ink is cut off.
    private static int Start(float middle, int length) => Math.Clamp((int)MathF.Round(Side / 2f - middle), 0, Side - length);
}
