using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tool.Rows;

namespace SpikeML.Tool.Formats;

/// <summary>The spikes of some rows that follow each other.</summary>
internal readonly struct SpikePiece(RowPiece rows, DataViewSchema.Column column)
{
    public int Count => rows.Count;

    /// <summary>The place of the first row in all data.</summary>
    public long First => rows.First;

    /// <summary>Each row's spikes.</summary>
    public ReadOnlySpan<VBuffer<float>> Rows => rows.Rows.Kept<VBuffer<float>>(column).AsSpan(0, rows.Count);
}
