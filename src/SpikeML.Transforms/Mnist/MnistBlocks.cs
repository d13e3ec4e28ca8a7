namespace SpikeML;

/// <summary>
/// One cursor's share of the positions 0 to count - 1: every cursorCount-th block of <see cref="Size"/> positions.
/// </summary>
/// <remarks>
/// ML.NET restores the order of the rows of a set of cursors by batch number, which here is the number of the block.
/// </remarks>
internal struct MnistBlocks(int count, int cursor, int cursorCount)
{
    private const int Size = 64;

    private long _place = -1;

    /// <summary>The current position.</summary>
    public readonly int Place => (int)_place;

    /// <summary>The block of the current position.</summary>
    public readonly long Batch => _place / Size;

    /// <summary>The useful number of cursors for a requested number: at least one, and no cursor without a block.</summary>
    public static int CursorCount(int count, int wanted) => Math.Clamp((count - 1) / Size + 1, 1, wanted);

    /// <summary>Moves to the next position; returns false after the last one.</summary>
    public bool MoveNext()
    {
        if (_place < 0)
            _place = (long)cursor * Size;
        else if (++_place % Size == 0)
            _place += (cursorCount - 1L) * Size;
        return _place < count;
    }
}
