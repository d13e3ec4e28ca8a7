using System.Buffers.Text;

namespace SpikeML.Tool.Csv;

/// <summary>Lines of a table of spikes, in a growing buffer.</summary>
internal sealed class LineBuffer
{
    private const int LongestLine = 96;
    private byte[] _bytes = new byte[1 << 16];
    private int _used;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _used);

    public void Clear() => _used = 0;

    public void Add(long row, int step, int neuron, float value)
    {
        if (_bytes.Length - _used < LongestLine)
            Array.Resize(ref _bytes, 2 * _bytes.Length);
        byte[] bytes = _bytes;
        int at = _used;
        Utf8Formatter.TryFormat(row, bytes.AsSpan(at), out int written);
        bytes[at += written] = (byte)',';
        Utf8Formatter.TryFormat(step, bytes.AsSpan(++at), out written);
        bytes[at += written] = (byte)',';
        Utf8Formatter.TryFormat(neuron, bytes.AsSpan(++at), out written);
        bytes[at += written] = (byte)',';
        Utf8Formatter.TryFormat(value, bytes.AsSpan(++at), out written);
        bytes[at += written] = (byte)'\n';
        _used = at + 1;
    }
}
