using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML.Torch;

/// <summary>
/// Sums the gradients of a block's weights and biases, tile by tile, for some of the inputs. Those of the biases belong to
/// input 0.
/// </summary>
/// <param name="tiles">The spikes that came in.</param>
/// <param name="columns">The inputs.</param>
internal readonly ref struct PanelGradients(EventTiles tiles, Range columns)
{
    private readonly int _first = columns.GetOffsetAndLength(tiles.ColumnCount).Offset;

    // The sums of the weights, [inputs][PanelSum.Width], then those of the biases.
    private readonly PooledSpan<float> _sums = Zeros(columns.GetOffsetAndLength(tiles.ColumnCount).Length + 1);

    private Span<float> OfWeights => _sums.Span[..^PanelSum.Width];

    private Span<float> OfBiases => _sums.Span[^PanelSum.Width..];

    /// <summary>Adds the gradients of a tile's currents, [rows][<see cref="PanelSum.Width"/>].</summary>
    public void Add(int tile, ReadOnlySpan<float> gradients)
    {
        AddEvents(tile, gradients);
        if (_first == 0)
            AddRows(gradients, OfBiases);
    }

    /// <summary>Writes the sums.</summary>
    /// <param name="gradients">The gradients of the weights, [inputs][outputs].</param>
    /// <param name="biasGradients">The gradients of the biases, [outputs], written with input 0.</param>
    /// <param name="first">The first output of the block.</param>
    public void CopyTo(Span<float> gradients, Span<float> biasGradients, int first)
    {
        int outputs = biasGradients.Length, count = OfWeights.Length / PanelSum.Width;
        Panel.Write(OfWeights, gradients.Slice(_first * outputs, count * outputs), outputs, first);
        if (_first == 0)
            Panel.Write(OfBiases, biasGradients, outputs, first);
    }

    public void Dispose() => _sums.Dispose();

    private static PooledSpan<float> Zeros(int rows)
    {
        PooledSpan<float> zeros = new(rows * PanelSum.Width);
        zeros.Span.Clear();
        return zeros;
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private void AddEvents(int tile, ReadOnlySpan<float> gradients)
    {
        Span<float> sums = OfWeights;
        for (int at = 0, column = _first; at < sums.Length; at += PanelSum.Width, column++)
        {
            ReadOnlySpan<int> rows = tiles.Rows.AsSpan(tiles.Of(tile, column));
            if (rows.Length > 0)
                PanelSum.Add(gradients, rows, tiles.Values.Length == 0 ? [] : tiles.Values.AsSpan(tiles.Of(tile, column)),
                    sums.Slice(at, PanelSum.Width));
        }
    }

    /// <summary>Adds the sum of a tile's rows, summed on its own: rounding errors grow with the number of terms.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static void AddRows(ReadOnlySpan<float> tile, Span<float> sums)
    {
        for (int first = 0; first < PanelSum.Width; first += Lanes.Count)
        {
            Vector512<float> sum = Vector512<float>.Zero;
            for (int at = first; at < tile.Length; at += PanelSum.Width)
                sum += Vector512.Create(tile[at..]);
            (Vector512.Create<float>(sums[first..]) + sum).CopyTo(sums[first..]);
        }
    }
}
