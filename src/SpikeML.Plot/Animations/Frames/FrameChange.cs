namespace SpikeML.Plot.Animations;

/// <summary>The smallest rectangle of all pixels in which a frame differs from the previous one.</summary>
internal readonly record struct FrameChange(int Left, int Top, int Width, int Height)
{
    /// <param name="pixels">The frame, row by row.</param>
    /// <param name="before">The previous frame; empty for the first frame, which differs everywhere.</param>
    /// <param name="width">The width of both.</param>
    /// <returns>The rectangle; one pixel if the frames are equal, because a frame is never empty.</returns>
    public static FrameChange Between(ReadOnlySpan<byte> pixels, ReadOnlySpan<byte> before, int width)
    {
        int height = pixels.Length / width;
        if (before.IsEmpty)
            return new FrameChange(0, 0, width, height);
        int left = width, right = -1, top = -1, bottom = -1;
        for (int y = 0; y < height; y++)
        {
            ReadOnlySpan<byte> row = pixels.Slice(y * width, width), old = before.Slice(y * width, width);
            int same = row.CommonPrefixLength(old);
            if (same == width)
                continue;
            top = top < 0 ? y : top;
            bottom = y;
            left = Math.Min(left, same);
            int last = width - 1;
            while (row[last] == old[last])
                last--;
            right = Math.Max(right, last);
        }
        return top < 0 ? new FrameChange(0, 0, 1, 1) : new FrameChange(left, top, right - left + 1, bottom - top + 1);
    }
}
