namespace SpikeML.Plot.Animations;

/// <summary>Pictures that follow one another, all of one size and of the same few colours.</summary>
internal abstract class FrameSource
{
    /// <summary>A palette leaves one of a byte's values free, which GIF takes for pixels that stay as they were.</summary>
    public const int MostColors = 255;

    /// <summary>The width in pixels.</summary>
    public abstract int Width { get; }

    /// <summary>The height in pixels.</summary>
    public abstract int Height { get; }

    /// <summary>The number of frames, at least 1.</summary>
    public abstract int Count { get; }

    /// <summary>The opaque colours, as 0xFFRRGGBB: at least one, and at most <see cref="MostColors"/>.</summary>
    public abstract uint[] Palette { get; }

    /// <summary>Draws a frame as places in the palette, row by row from the top.</summary>
    public abstract void Draw(int frame, Span<byte> pixels);
}
