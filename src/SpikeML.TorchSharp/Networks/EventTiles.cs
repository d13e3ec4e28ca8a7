using System.Runtime.CompilerServices;

namespace SpikeML.Torch;

/// <summary>Events by columns, within tiles of consecutive rows: the order in which gradients of weights are summed.</summary>
/// <param name="Starts">
/// For each tile and each of its columns, the start of the column's events; the next entry is their end.
/// </param>
/// <param name="Rows">The rows of the events, counted from the tile's first, ascending in each column.</param>
/// <param name="Values">The values of the events, or empty if all are 1.</param>
/// <param name="ColumnCount">The number of columns.</param>
internal sealed record EventTiles(int[] Starts, int[] Rows, float[] Values, int ColumnCount)
{
    /// <summary>The rows of a tile, whose gradients stay in the second-level cache beside a panel of weights.</summary>
    public const int Height = 256;

    public int Count => Starts.Length / (ColumnCount + 1);

    /// <summary>The first row of a tile, and the row after its last one.</summary>
    public static (int First, int End) RowsOf(int tile, int rows) =>
        (tile * Height, Math.Min((tile + 1) * Height, rows));

    /// <summary>The events of a column in a tile.</summary>
    public Range Of(int tile, int column)
    {
        int at = tile * (ColumnCount + 1) + column;
        return Starts[at]..Starts[at + 1];
    }

    /// <summary>Sorts events by counting, tile by tile.</summary>
    public static EventTiles Of(InputEvents events)
    {
        int columns = events.ColumnCount, tiles = (events.Rows + Height - 1) / Height;
        EventTiles sorted = new(new int[tiles * (columns + 1)], new int[events.Count],
            events.Values.Length == 0 ? [] : new float[events.Count], columns);
        for (int tile = 0; tile < tiles; tile++)
            sorted.Fill(tile, events);
        return sorted;
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private void Fill(int tile, InputEvents events)
    {
        (int first, int end) = RowsOf(tile, events.Rows);
        int start = events.Starts[first];
        Span<int> starts = Starts.AsSpan(tile * (ColumnCount + 1), ColumnCount + 1);
        foreach (int column in events.Columns.AsSpan(start..events.Starts[end]))
            starts[column]++;
        // Each column's end, from which placing its events counts back to its start.
        for (int column = 0, sum = start; column <= ColumnCount; column++)
            starts[column] = sum += starts[column];
        for (int row = end - 1; row >= first; row--)
        {
            for (int i = events.Starts[row]; i < events.Starts[row + 1]; i++)
            {
                int place = --starts[events.Columns[i]];
                Rows[place] = row - first;
                if (Values.Length > 0)
                    Values[place] = events.Values[i];
            }
        }
    }
}
