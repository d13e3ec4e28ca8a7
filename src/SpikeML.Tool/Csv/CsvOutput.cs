using System.Buffers.Text;

namespace SpikeML.Tool.Csv;

/// <summary>A table with a line for each spike: row (counted through all shards), step, neuron, value.</summary>
internal static class CsvOutput
{
    private const int LongestLine = 96;

    public static ReadOnlySpan<byte> Header => "row,step,neuron,value\n"u8;

    public static void Write(SpikeRows rows, Stream stream)
    {
        stream.Write(Header);
        byte[] buffer = new byte[1 << 16];
        int used = 0, neurons = rows.Neurons;
        rows.ForEach((row, in spikes) =>
        {
            ReadOnlySpan<float> values = spikes.GetValues();
            ReadOnlySpan<int> slots = spikes.IsDense ? default : spikes.GetIndices();
            for (int i = 0; i < values.Length; i++)
            {
                if (values[i] == 0)
                    continue;
                if (buffer.Length - used < LongestLine)
                {
                    stream.Write(buffer, 0, used);
                    used = 0;
                }
                (int step, int neuron) = Math.DivRem(slots.IsEmpty ? i : slots[i], neurons);
                used = Line(buffer, used, row, step, neuron, values[i]);
            }
        });
        stream.Write(buffer, 0, used);
    }

    private static int Line(byte[] buffer, int at, long row, int step, int neuron, float value)
    {
        Utf8Formatter.TryFormat(row, buffer.AsSpan(at), out int written);
        buffer[at += written] = (byte)',';
        Utf8Formatter.TryFormat(step, buffer.AsSpan(++at), out written);
        buffer[at += written] = (byte)',';
        Utf8Formatter.TryFormat(neuron, buffer.AsSpan(++at), out written);
        buffer[at += written] = (byte)',';
        Utf8Formatter.TryFormat(value, buffer.AsSpan(++at), out written);
        buffer[at += written] = (byte)'\n';
        return at + 1;
    }
}
