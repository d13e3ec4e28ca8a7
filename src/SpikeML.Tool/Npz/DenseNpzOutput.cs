using System.Buffers;
using SpikeML.Tool.Rows;

namespace SpikeML.Tool.Npz;

/// <summary>
/// Writes NumPy arrays: <c>spikes</c> with dimensions [rows, steps, neurons' dimensions] in single precision, and <c>labels</c>.
/// </summary>
internal static class DenseNpzOutput
{
    public const string Spikes = "spikes";

    public static void Write(SpikeRows rows, NpzWriter archive)
    {
        LabelValues? labels = LabelValues.Of(rows);
        using (NpyWriter spikes = archive.Begin(Spikes, NpyType.Of<float>(), [rows.Count, .. rows.Dimensions]))
            WriteSpikes(rows, spikes, piece => labels?.Add(piece));
        labels?.Write(archive);
    }

    /// <summary>Writes the spikes of all rows, in order, and calls an action for each piece of rows.</summary>
    public static void WriteSpikes(SpikeRows rows, NpyWriter spikes, Action<RowPiece> written)
    {
        foreach ((RowPiece piece, float[] values) in rows.Pieces(piece => Render(piece, rows.Slots)))
        {
            spikes.Write<float>(values.AsSpan(0, piece.Count * rows.Slots));
            ArrayPool<float>.Shared.Return(values);
            written(piece);
        }
        spikes.Finish();
    }

    private static float[] Render(SpikePiece piece, int slots)
    {
        float[] values = ArrayPool<float>.Shared.Rent(piece.Count * slots);
        for (int row = 0; row < piece.Count; row++)
            piece.Rows[row].CopyTo(values.AsSpan(slots * row, slots));
        return values;
    }
}
