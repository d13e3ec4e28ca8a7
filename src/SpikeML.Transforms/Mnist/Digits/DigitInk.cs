namespace SpikeML;

/// <summary>Draws ink along the path of the pen in an image of <see cref="SampleDigits.Side"/> x Side pixels.</summary>
internal static class DigitInk
{
    private const int Side = SampleDigits.Side;
    private const float Far = 100;
    private const float DryingRate = 0.006f;

    /// <summary>
    /// Draws the path, anti-aliased by each pixel's distance to the edge of the stroke, on a background of exactly 0.
    /// </summary>
    public static void Draw(ReadOnlySpan<PenPoint> way, float softness, ref DigitRandom random, Span<byte> pixels)
    {
        Span<float> distances = stackalloc float[Side * Side];
        distances.Fill(Far);
        for (int i = 1; i < way.Length; i++)
        {
            if (!way[i].Begins)
                Approach(distances, way[i - 1], way[i], softness);
        }
        for (int i = 0; i < pixels.Length; i++)
            pixels[i] = distances[i] < softness ? Shade(distances[i], softness, ref random) : (byte)0;
    }

    // Lowers the distances to the edge of the stroke segment from a to b, in the pixels that this segment can reach.
    private static void Approach(Span<float> distances, in PenPoint a, in PenPoint b, float softness)
    {
        float reach = Math.Max(a.Width, b.Width) + softness / 2;
        int left = First(Math.Min(a.X, b.X) - reach), right = Last(Math.Max(a.X, b.X) + reach);
        int top = First(Math.Min(a.Y, b.Y) - reach), bottom = Last(Math.Max(a.Y, b.Y) + reach);
        float dx = b.X - a.X, dy = b.Y - a.Y, grow = b.Width - a.Width;
        float perLength = 1 / Math.Max(dx * dx + dy * dy, 1e-6f);
        for (int y = top; y <= bottom; y++)
        {
            float py = y + 0.5f - a.Y;
            for (int x = left; x <= right; x++)
            {
                float px = x + 0.5f - a.X;
                float along = Math.Clamp((px * dx + py * dy) * perLength, 0, 1);
                float ox = px - along * dx, oy = py - along * dy;
                float distance = MathF.Sqrt(ox * ox + oy * oy) - a.Width - along * grow;
                ref float nearest = ref distances[y * Side + x];
                nearest = Math.Min(nearest, distance);
            }
        }
    }

    private static byte Shade(float distance, float softness, ref DigitRandom random)
    {
        float ink = Math.Clamp(0.5f - distance / softness, 0, 1);
        if (ink == 0)
            return 0;
        float grain = random.Uniform();
        ink *= grain < DryingRate ? 0.35f : 1 - 0.18f * grain * grain;
        return (byte)(ink * 255 + 0.5f);
    }

    private static int First(float edge) => Math.Clamp((int)edge, 0, Side - 1);

    private static int Last(float edge) => Math.Clamp((int)edge, 0, Side - 1);
}
