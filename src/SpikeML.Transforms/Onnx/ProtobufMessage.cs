using System.Buffers;
using System.Text;

namespace SpikeML;

/// <summary>
/// A protobuf message being written. ML.NET's ONNX nodes take every kind of attribute but a graph, so the body of a loop is
/// written as bytes.
/// </summary>
internal sealed class ProtobufMessage
{
    private const int VariableWidth = 0, LengthPrefixed = 2;

    private readonly ArrayBufferWriter<byte> _bytes = new();

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    public ProtobufMessage Integer(int field, long value)
    {
        Variable(field << 3 | VariableWidth);
        Variable((ulong)value);
        return this;
    }

    public ProtobufMessage Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public ProtobufMessage Message(int field, ProtobufMessage value) => Bytes(field, value._bytes.WrittenSpan);

    public ProtobufMessage Bytes(int field, ReadOnlySpan<byte> value)
    {
        Variable(field << 3 | LengthPrefixed);
        Variable((ulong)value.Length);
        _bytes.Write(value);
        return this;
    }

    private void Variable(int value) => Variable((ulong)value);

    private void Variable(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
            _bytes.Write([(byte)(value | 0x80)]);
        _bytes.Write([(byte)value]);
    }
}
