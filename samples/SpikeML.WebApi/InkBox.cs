namespace SpikeML.WebApi;

/// <summary>The smallest box around the ink of a square image, in pixels.</summary>
internal readonly record struct InkBox(int Left, int Top, int Width, int Height)
{
    public int LongerSide => Math.Max(Width, Height);

    /// <summary>The box around the pixels that are brighter than <paramref name="ground"/>; null if there are none.</summary>
    public static InkBox? Find(ReadOnlySpan<float> pixels, int side, float ground)
    {
        int left = side, top = side, right = -1, bottom = -1;
        for (int i = 0; i < pixels.Length; i++)
        {
            if (pixels[i] <= ground)
                continue;
            (left, right) = (Math.Min(left, i % side), Math.Max(right, i % side));
            (top, bottom) = (Math.Min(top, i / side), Math.Max(bottom, i / side));
        }
        return right < 0 ? null : new InkBox(left, top, right - left + 1, bottom - top + 1);
    }
}
