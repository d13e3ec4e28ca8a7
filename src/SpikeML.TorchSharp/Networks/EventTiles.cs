using System.Runtime.CompilerServices;

namespace SpikeML.Torch;

/// <summary>
/// Events by columns, within tiles of consecutive examples with all their steps: the order in which gradients of weights are
/// summed.
/// </summary>
/// <remarks>
/// If an example's spikes are mostly those of the same inputs at every step, as rates are, the events of a tile are in few
/// columns, many in each. Smaller tiles are slower where they are not.
/// </remarks>
/// <param name="Starts">
/// For each tile and each of its columns, the start of the column's events; the next entry is their end.
/// </param>
/// <param name="Rows">
/// The row of each event, counted in its tile as [examples][numSteps], ascending in each column.
/// </param>
/// <param name="Values">The values of the events, or empty if all are 1.</param>
/// <param name="ColumnCount">The number of columns.</param>
/// <param name="NumSteps">The number of steps of an example.</param>
/// <param name="Examples">The number of examples.</param>
internal sealed record EventTiles(int[] Starts, int[] Rows, float[] Values, int ColumnCount, int NumSteps, int Examples)
{
    /// <summary>The most rows of a tile, unless a single example has more.</summary>
    private const int Height = 256;

    /// <summary>The number of tiles.</summary>
    public int Count => Starts.Length / (ColumnCount + 1);

    /// <summary>The most rows of a tile.</summary>
    public int MostRows => ExamplesOfTile(NumSteps) * NumSteps;

    /// <summary>The first example of a tile, and the one after its last.</summary>
    public (int First, int End) ExamplesOf(int tile)
    {
        int examples = ExamplesOfTile(NumSteps);
        return (tile * examples, Math.Min((tile + 1) * examples, Examples));
    }

    /// <summary>The events of a column in a tile.</summary>
    public Range Of(int tile, int column)
    {
        int at = tile * (ColumnCount + 1) + column;
        return Starts[at]..Starts[at + 1];
    }

    /// <summary>Sorts events by counting, tile by tile.</summary>
    public static EventTiles Of(InputEvents events)
    {
        int columns = events.ColumnCount, examples = ExamplesOfTile(events.NumSteps);
        int tiles = (events.Examples + examples - 1) / examples;
        EventTiles sorted = new(new int[tiles * (columns + 1)], new int[events.Count],
            events.Values.Length == 0 ? [] : new float[events.Count], columns, events.NumSteps, events.Examples);
        for (int tile = 0, start = 0; tile < tiles; tile++)
            start = sorted.Fill(tile, events, start);
        return sorted;
    }

    private static int ExamplesOfTile(int numSteps) => Math.Max(1, Height / numSteps);

    /// <summary>Sorts the events of a tile, and returns where those of the next one start.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private int Fill(int tile, InputEvents events, int start)
    {
        (int first, int end) = ExamplesOf(tile);
        Span<int> starts = Starts.AsSpan(tile * (ColumnCount + 1), ColumnCount + 1);
        for (int example = first; example < end; example++)
        {
            for (int step = 0; step < NumSteps; step++)
            {
                foreach (int column in events.ColumnsOf(events.RowOf(example, step)))
                    starts[column]++;
            }
        }
        // Each column's end, from which placing its events counts back to its start.
        int sum = start;
        for (int column = 0; column <= ColumnCount; column++)
            starts[column] = sum += starts[column];
        for (int example = end - 1; example >= first; example--)
        {
            for (int step = NumSteps - 1; step >= 0; step--)
                Place(events, events.RowOf(example, step), (example - first) * NumSteps + step, starts);
        }
        return sum;
    }

    private void Place(InputEvents events, int row, int rowOfTile, Span<int> starts)
    {
        for (int i = events.Starts[row]; i < events.Starts[row + 1]; i++)
        {
            int place = --starts[events.Columns[i]];
            Rows[place] = rowOfTile;
            if (Values.Length > 0)
                Values[place] = events.Values[i];
        }
    }
}
