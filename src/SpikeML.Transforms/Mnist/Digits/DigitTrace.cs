namespace SpikeML;

/// <summary>Traces a glyph's strokes with one hand: from control points to a path of short segments in pixels.</summary>
internal static class DigitTrace
{
    /// <summary>Room for the points of any glyph: at most 32 control points with <see cref="Steps"/> steps each.</summary>
    public const int MaxPoints = 32 * Steps;

    private const int Steps = 5;

    /// <summary>Writes the path of the pen and returns its number of points.</summary>
    public static int Follow(DigitGlyph glyph, in DigitHand hand, ref DigitRandom random, Span<PenPoint> way)
    {
        Span<PenPoint> controls = stackalloc PenPoint[32];
        int count = 0;
        foreach (byte[] stroke in glyph.Strokes)
        {
            Span<PenPoint> placed = controls[..(stroke.Length / 2)];
            Place(stroke, hand, ref random, placed);
            count += Smooth(placed, way[count..]);
        }
        Fit(way[..count], hand);
        return count;
    }

    private static void Place(byte[] stroke, in DigitHand hand, ref DigitRandom random, Span<PenPoint> placed)
    {
        for (int i = 0; i < placed.Length; i++)
        {
            bool isCorner = i > 0 && stroke[2 * i] == stroke[2 * i - 2] && stroke[2 * i + 1] == stroke[2 * i - 1];
            placed[i] = isCorner ? placed[i - 1] : hand.Place(stroke[2 * i], stroke[2 * i + 1], ref random);
        }
    }

    // A Catmull-Rom spline. Hands rarely close a curve exactly, so closed curves get no special end.
    private static int Smooth(ReadOnlySpan<PenPoint> controls, Span<PenPoint> way)
    {
        way[0] = controls[0] with { Begins = true };
        int count = 1;
        for (int i = 0; i + 1 < controls.Length; i++)
        {
            PenPoint from = controls[i], to = controls[i + 1];
            if (from == to)
                continue;
            PenPoint before = controls[Math.Max(i - 1, 0)], after = controls[Math.Min(i + 2, controls.Length - 1)];
            for (int step = 1; step <= Steps; step++)
                way[count++] = Between(before, from, to, after, step / (float)Steps);
        }
        return count;
    }

    private static PenPoint Between(in PenPoint before, in PenPoint from, in PenPoint to, in PenPoint after, float t)
    {
        float x = Cubic(before.X, from.X, to.X, after.X, t);
        float y = Cubic(before.Y, from.Y, to.Y, after.Y, t);
        return new PenPoint(x, y, from.Width + (to.Width - from.Width) * t, false);
    }

    private static float Cubic(float p0, float p1, float p2, float p3, float t) =>
        p1 + 0.5f * t * (p2 - p0 + t * (2 * p0 - 5 * p1 + 4 * p2 - p3 + t * (3 * (p1 - p2) + p3 - p0)));

    // As in MNIST: the longer side fills the box, and the centre of mass is at the centre of the image.
    private static void Fit(Span<PenPoint> way, in DigitHand hand)
    {
        float left = float.MaxValue, top = float.MaxValue, right = float.MinValue, bottom = float.MinValue;
        float sumX = 0, sumY = 0;
        foreach (PenPoint point in way)
        {
            left = Math.Min(left, point.X);
            right = Math.Max(right, point.X);
            top = Math.Min(top, point.Y);
            bottom = Math.Max(bottom, point.Y);
            sumX += point.X;
            sumY += point.Y;
        }
        float scale = (hand.Height - 2 * hand.PenRadius) / Math.Max(right - left, bottom - top);
        float x = SampleDigits.Side / 2f + hand.ShiftX - scale * sumX / way.Length;
        float y = SampleDigits.Side / 2f + hand.ShiftY - scale * sumY / way.Length;
        for (int i = 0; i < way.Length; i++)
        {
            PenPoint point = way[i];
            way[i] = new PenPoint(x + scale * point.X, y + scale * point.Y, hand.PenRadius * point.Width, point.Begins);
        }
    }
}
