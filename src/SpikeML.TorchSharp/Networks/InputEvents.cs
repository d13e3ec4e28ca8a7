namespace SpikeML.Torch;

/// <summary>The non-zero values of a sparse matrix, row by row.</summary>
/// <param name="Starts">The start of each row's values, followed by the end of the last row's.</param>
/// <param name="Columns">The columns of the values.</param>
/// <param name="Values">The values.</param>
internal sealed record InputEvents(int[] Starts, int[] Columns, float[] Values)
{
    public int Rows => Starts.Length - 1;

    /// <summary>Finds the non-zero values of a dense matrix, or returns null if there are more than a maximum.</summary>
    public static InputEvents? Find(ReadOnlySpan<float> dense, int columns, int most)
    {
        int[] starts = new int[dense.Length / columns + 1], found = new int[most];
        float[] values = new float[most];
        int count = 0;
        for (int row = 0; row < starts.Length - 1; row++)
        {
            ReadOnlySpan<float> rest = dense.Slice(row * columns, columns);
            int column = 0;
            for (int skip = rest.IndexOfAnyExcept(0f); skip >= 0; skip = rest[column..].IndexOfAnyExcept(0f))
            {
                if (count == most)
                    return null;
                column += skip;
                (found[count], values[count++]) = (column, rest[column]);
                column++;
            }
            starts[row + 1] = count;
        }
        return new(starts, found, values);
    }
}
