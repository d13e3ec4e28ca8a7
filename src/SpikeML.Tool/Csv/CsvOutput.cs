using System.Collections.Concurrent;
using Microsoft.ML.Data;

namespace SpikeML.Tool.Csv;

/// <summary>Writes a table with one line per spike: row (counted across all shards), step, neuron, value.</summary>
internal static class CsvOutput
{
    public static ReadOnlySpan<byte> Header => "row,step,neuron,value\n"u8;

    public static void Write(SpikeRows rows, Stream stream)
    {
        stream.Write(Header);
        int neurons = rows.Neurons;
        ConcurrentBag<LineBuffer> free = [];
        foreach ((_, LineBuffer lines) in rows.Pieces(piece =>
            Render(piece, neurons, free.TryTake(out LineBuffer? used) ? used : new())))
        {
            stream.Write(lines.Written);
            free.Add(lines);
        }
    }

    private static LineBuffer Render(SpikePiece piece, int neurons, LineBuffer lines)
    {
        lines.Clear();
        for (int i = 0; i < piece.Count; i++)
        {
            ref readonly VBuffer<float> spikes = ref piece.Rows[i];
            ReadOnlySpan<float> values = spikes.GetValues();
            ReadOnlySpan<int> slots = spikes.IsDense ? default : spikes.GetIndices();
            for (int j = 0; j < values.Length; j++)
            {
                if (values[j] == 0)
                    continue;
                (int step, int neuron) = Math.DivRem(slots.IsEmpty ? j : slots[j], neurons);
                lines.Add(piece.First + i, step, neuron, values[j]);
            }
        }
        return lines;
    }
}
