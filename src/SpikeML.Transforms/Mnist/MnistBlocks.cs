namespace SpikeML;

/// <summary>One cursor's share of the places 0 .. count - 1: every cursorCount-th block of <see cref="Size"/> places.</summary>
/// <remarks>ML.NET puts the rows of a set of cursors back in order by batch number: here, that of the block.</remarks>
internal struct MnistBlocks(int count, int cursor, int cursorCount)
{
    private const int Size = 64;

    private long _place = -1;

    /// <summary>The current place.</summary>
    public readonly int Place => (int)_place;

    /// <summary>The current place's block.</summary>
    public readonly long Batch => _place / Size;

    /// <summary>How many cursors are worth having where so many are wanted: at least one, none without a block.</summary>
    public static int CursorCount(int count, int wanted) => Math.Clamp((count - 1) / Size + 1, 1, wanted);

    /// <summary>Goes to the next place; false after the last.</summary>
    public bool MoveNext()
    {
        if (_place < 0)
            _place = (long)cursor * Size;
        else if (++_place % Size == 0)
            _place += (cursorCount - 1L) * Size;
        return _place < count;
    }
}
