namespace SpikeML.Samples.Tests;

/// <summary>Ten digits, neatly written: their strokes, and images of them at any place and size.</summary>
internal static class NeatDigits
{
    // The pen's points x, y, x, y, ... in hundredths of the digit's box.
    public static readonly int[][][] Strokes =
    [
        [[50, 0, 25, 8, 10, 30, 8, 55, 14, 80, 32, 97, 50, 100, 70, 96, 86, 78, 92, 52, 88, 26, 74, 7, 50, 0]],
        [[50, 0, 50, 100]],
        [[12, 22, 24, 6, 46, 0, 70, 6, 80, 24, 74, 44, 54, 64, 30, 84, 10, 100, 90, 100]],
        [[14, 12, 34, 1, 58, 2, 76, 14, 74, 34, 58, 46, 40, 48, 60, 50, 80, 62, 84, 80, 68, 96, 42, 100, 14, 90]],
        [[30, 0, 24, 26, 14, 58, 50, 58, 92, 56], [74, 10, 72, 50, 68, 100]],
        [[84, 2, 30, 4, 26, 24, 22, 46, 48, 40, 72, 48, 84, 66, 78, 88, 52, 100, 16, 90]],
        [[70, 2, 44, 18, 24, 44, 16, 70, 26, 92, 50, 100, 74, 90, 80, 70, 66, 54, 42, 54, 20, 70]],
        [[12, 4, 86, 4, 66, 38, 50, 70, 42, 100]],
        [[50, 0, 28, 8, 24, 26, 36, 42, 50, 48, 70, 60, 80, 78, 70, 95, 50, 100, 30, 95, 20, 78, 30, 60, 50, 48, 66, 40, 76, 24,
            72, 8, 50, 0]],
        [[76, 22, 62, 6, 40, 2, 22, 14, 20, 34, 34, 48, 56, 46, 74, 28, 78, 14, 76, 50, 70, 100]],
    ];

    /// <summary>An image of a digit, its ink 2.2 twenty-eighths of the side wide.</summary>
    /// <param name="digit">0 to 9.</param>
    /// <param name="side">The image's pixels a side.</param>
    /// <param name="height">The digit's height as a share of the side.</param>
    /// <param name="right">How far the digit is to the right of the middle, as a share of the side.</param>
    /// <param name="down">How far it is below the middle.</param>
    public static float[] Draw(int digit, int side, double height, double right = 0, double down = 0)
    {
        double pen = 2.2 / 28 * side / 2;
        float[] pixels = new float[side * side];
        foreach (int[] stroke in Strokes[digit])
        {
            (double X, double Y)[] points = [.. stroke.Chunk(2).Select(point => (
                side * (0.5 + right + (point[0] - 50) / 100.0 * height * 0.7),
                side * (0.5 + down + (point[1] - 50) / 100.0 * height)))];
            for (int i = 0; i < pixels.Length; i++)
            {
                double distance = points.Zip(points.Skip(1))
                    .Min(line => Distance(i % side + 0.5, i / side + 0.5, line.First, line.Second));
                pixels[i] = Math.Max(pixels[i], (float)Math.Round(Math.Clamp(pen + 0.5 - distance, 0, 1), 3));
            }
        }
        return pixels;
    }

    private static double Distance(double x, double y, (double X, double Y) from, (double X, double Y) to)
    {
        (double dx, double dy) = (to.X - from.X, to.Y - from.Y);
        double along = Math.Clamp(((x - from.X) * dx + (y - from.Y) * dy) / (dx * dx + dy * dy), 0, 1);
        return Math.Sqrt(Math.Pow(x - from.X - along * dx, 2) + Math.Pow(y - from.Y - along * dy, 2));
    }
}
