using System.Runtime.CompilerServices;

namespace SpikeML.Torch;

/// <summary>
/// Products of a sparse matrix of spikes and a dense matrix, for a block of <see cref="PanelSum.Width"/> columns of the dense
/// matrix.
/// </summary>
/// <remarks>
/// A block's weights are copied to a panel that stays in the second-level cache, whereas a matrix product would read every weight
/// for every silent neuron. Every sum has a fixed order that depends on the spikes alone. So blocks, rows of the output and
/// columns of the spikes can each run on any thread, and the sums are the same for any number of threads.
/// </remarks>
internal static class EventWeighting
{
    /// <summary>output[row] = bias + the sum over the row's events of value * weights[column], for some of the rows.</summary>
    /// <param name="events">The spikes, [rows][inputs].</param>
    /// <param name="weights">The weights, [inputs][outputs].</param>
    /// <param name="bias">The biases, [outputs].</param>
    /// <param name="output">The currents, [rows][outputs].</param>
    /// <param name="first">The first output of the block.</param>
    /// <param name="rows">The rows to compute.</param>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Forward(InputEvents events, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, Span<float> output,
        int first, Range rows)
    {
        int outputs = bias.Length, width = Math.Min(PanelSum.Width, outputs - first);
        using PooledSpan<float> panel = new(events.ColumnCount * PanelSum.Width);
        Panel.Read(weights, outputs, first, panel.Span);
        Span<float> start = stackalloc float[PanelSum.Width], sums = stackalloc float[PanelSum.Width];
        start.Clear();
        bias.Slice(first, width).CopyTo(start);
        (int from, int count) = rows.GetOffsetAndLength(events.Rows);
        for (int row = from; row < from + count; row++)
        {
            Span<float> to = output.Slice(row * outputs + first, width);
            PanelSum.Add(panel.Span, events.ColumnsOf(row), events.ValuesOf(row), start, width < PanelSum.Width ? sums : to);
            if (width < PanelSum.Width)
                sums[..width].CopyTo(to);
        }
    }

    /// <summary>gradients[column] = the sum over the column's events of value * outputGradients[row].</summary>
    /// <param name="events">The spikes, [rows][inputs].</param>
    /// <param name="outputGradients">The gradients of the currents, [rows][outputs].</param>
    /// <param name="gradients">The gradients of the weights, [inputs][outputs], to overwrite.</param>
    /// <param name="biasGradients">The gradients of the biases, [outputs], to overwrite with column 0.</param>
    /// <param name="first">The first output of the block.</param>
    /// <param name="columns">The columns to compute.</param>
    public static void Backward(InputEvents events, ReadOnlySpan<float> outputGradients, Span<float> gradients,
        Span<float> biasGradients, int first, Range columns)
    {
        int outputs = biasGradients.Length, width = Math.Min(PanelSum.Width, outputs - first);
        EventTiles tiles = events.Tiles;
        using PanelGradients sums = new(tiles, columns);
        using PooledSpan<float> tileRows = new(tiles.MostRows * PanelSum.Width);
        tileRows.Span.Clear();
        for (int tile = 0; tile < tiles.Count; tile++)
        {
            (int example, int end) = tiles.ExamplesOf(tile);
            int count = 0;
            for (; example < end; example++)
            {
                for (int step = 0; step < events.NumSteps; step++, count += PanelSum.Width)
                    outputGradients.Slice(events.RowOf(example, step) * outputs + first, width).CopyTo(tileRows.Span[count..]);
            }
            sums.Add(tile, tileRows.Span[..count]);
        }
        sums.CopyTo(gradients, biasGradients, first);
    }
}
