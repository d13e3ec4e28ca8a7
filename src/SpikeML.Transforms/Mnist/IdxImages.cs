namespace SpikeML;

/// <summary>Images of one size, kept as bytes: what an IDX image file holds.</summary>
public sealed class IdxImages
{
    private readonly byte[] _pixels;

    internal IdxImages(byte[] pixels, int count, int rows, int columns)
    {
        _pixels = pixels;
        Count = count;
        Rows = rows;
        Columns = columns;
    }

    /// <summary>The number of images, at least 1.</summary>
    public int Count { get; }

    /// <summary>An image's height in pixels, at least 1.</summary>
    public int Rows { get; }

    /// <summary>An image's width in pixels, at least 1.</summary>
    public int Columns { get; }

    /// <summary>An image's pixels, row by row, 0 to 255.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative or not below Count.</exception>
    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            if ((uint)index >= (uint)Count)
                throw new ArgumentOutOfRangeException(nameof(index), index,
                    $"The index of an image must be 0 to {Count - 1}.");
            int size = Rows * Columns;
            return _pixels.AsSpan(index * size, size);
        }
    }

    /// <summary>
    /// The images with rows and columns exchanged, as EMNIST needs it. They take over the memory of these, which are lost.
    /// </summary>
    internal IdxImages Transpose()
    {
        byte[] image = new byte[Rows * Columns];
        for (int index = 0; index < Count; index++)
        {
            Span<byte> pixels = _pixels.AsSpan(index * image.Length, image.Length);
            pixels.CopyTo(image);
            for (int column = 0, to = 0; column < Columns; column++)
            {
                for (int row = 0; row < Rows; row++)
                    pixels[to++] = image[row * Columns + column];
            }
        }
        return new IdxImages(_pixels, Count, Columns, Rows);
    }
}
