using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tool.Rows;

namespace SpikeML.Tool.Formats;

/// <summary>The spikes of consecutive rows.</summary>
internal readonly struct SpikePiece(RowPiece rows, DataViewSchema.Column column)
{
    public int Count => rows.Count;

    /// <summary>The position of the first row in the data.</summary>
    public long First => rows.First;

    /// <summary>The spikes of each row.</summary>
    public ReadOnlySpan<VBuffer<float>> Rows => rows.Rows.Kept<VBuffer<float>>(column).AsSpan(0, rows.Count);
}
