namespace SpikeML.Plot.Animations;

/// <summary>A sequence of images of the same size and with the same few colours.</summary>
internal abstract class FrameSource
{
    /// <summary>A palette leaves one byte value free, which GIF uses for unchanged pixels.</summary>
    public const int MostColors = 255;

    /// <summary>The width in pixels.</summary>
    public abstract int Width { get; }

    /// <summary>The height in pixels.</summary>
    public abstract int Height { get; }

    /// <summary>The number of frames, at least 1.</summary>
    public abstract int Count { get; }

    /// <summary>The opaque colours, as 0xFFRRGGBB: at least one, and at most <see cref="MostColors"/>.</summary>
    public abstract uint[] Palette { get; }

    /// <summary>Draws a frame as palette indices, row by row from the top.</summary>
    public abstract void Draw(int frame, Span<byte> pixels);
}
