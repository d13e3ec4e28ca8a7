namespace SpikeML;

/// <summary>The images of an IDX image file: equally sized images, stored as bytes.</summary>
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

    /// <summary>The height of an image in pixels, at least 1.</summary>
    public int Rows { get; }

    /// <summary>The width of an image in pixels, at least 1.</summary>
    public int Columns { get; }

    /// <summary>The pixels of an image, row by row, 0 to 255.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative, or not below Count.</exception>
    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            if ((uint)index >= (uint)Count)
                throw new ArgumentOutOfRangeException(nameof(index), index,
                    $"index must be 0 to {Count - 1}.");
            int size = Rows * Columns;
            return _pixels.AsSpan(index * size, size);
        }
    }

    /// <summary>
    /// The images with rows and columns swapped, as needed for EMNIST. They reuse the memory of these images, which must no
    /// longer be used.
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
