namespace SpikeML.Nir;

/// <summary>The windows of a pooling layer: for each row and column of the input, the outputs that contain it.</summary>
internal sealed class PoolingWindows
{
    private readonly int[][] _rows, _columns;
    private readonly int _height, _width, _outputHeight, _outputWidth;

    /// <param name="rows">How the window slides over the rows.</param>
    /// <param name="columns">How it slides over the columns.</param>
    /// <param name="input">The height and width of the input.</param>
    /// <param name="isMean">Whether the sums are divided by the size of the window, its padding included.</param>
    public PoolingWindows(NirWindow rows, NirWindow columns, NirSize input, bool isMean)
    {
        (_height, _width) = (input.Height, input.Width);
        (_outputHeight, _outputWidth) = (rows.Outputs(_height), columns.Outputs(_width));
        (_rows, _columns) = (Outputs(rows, _height), Outputs(columns, _width));
        Size = isMean ? rows.Kernel * columns.Kernel : 1;
    }

    /// <summary>What the sums are divided by.</summary>
    public int Size { get; }

    /// <summary>Adds a value of the input, [channel][row][column], to the sums.</summary>
    public void Add(int slot, float value, Span<float> sums)
    {
        (int rest, int column) = Math.DivRem(slot, _width);
        (int channel, int row) = Math.DivRem(rest, _height);
        foreach (int down in _rows[row])
        {
            foreach (int across in _columns[column])
                sums[(channel * _outputHeight + down) * _outputWidth + across] += value;
        }
    }

    private static int[][] Outputs(NirWindow window, int inputs) => [.. Enumerable.Range(0, inputs).Select(input =>
        WindowRuns.Hits(window, input, window.Outputs(inputs)).Select(hit => hit.Output).ToArray())];
}
