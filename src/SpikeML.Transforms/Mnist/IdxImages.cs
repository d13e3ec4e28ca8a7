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
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is no image's.</exception>
    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            if ((uint)index >= (uint)Count)
                throw new ArgumentOutOfRangeException(nameof(index), index,
                    $"There are {Count} images: an index is from 0 to {Count - 1}.");
            int size = Rows * Columns;
            return _pixels.AsSpan(index * size, size);
        }
    }
}
