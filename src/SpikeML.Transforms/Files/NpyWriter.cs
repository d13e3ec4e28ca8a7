using System.Runtime.InteropServices;

namespace SpikeML;

/// <summary>Writes an array piece by piece, little-endian and in row-major order.</summary>
internal sealed class NpyWriter : IDisposable
{
    /// <summary>As the first dimension: rows are counted and the header is completed at the end.</summary>
    public const long UnknownRows = -1;

    private readonly Stream _stream;
    private readonly bool _leaveOpen;
    private readonly NpyHeader _header;
    private readonly long _start;
    private readonly int _headerLength;
    private long _bytes;

    /// <param name="stream">Receives the array; it must be seekable if the number of rows is unknown.</param>
    /// <param name="type">The type of the elements.</param>
    /// <param name="shape">The dimensions.</param>
    /// <param name="leaveOpen">Whether the stream stays open.</param>
    public NpyWriter(Stream stream, NpyType type, ReadOnlySpan<long> shape, bool leaveOpen = false)
    {
        (_stream, _leaveOpen, _header) = (stream, leaveOpen, new NpyHeader(type, false, [.. shape]));
        bool isOpen = shape is [UnknownRows, ..];
        _start = isOpen ? stream.Position : 0;
        byte[] header = (isOpen ? WithRows(long.MaxValue) : _header).ToBytes();
        _headerLength = header.Length;
        stream.Write(header);
    }

    public void Write<T>(ReadOnlySpan<T> values)
        where T : unmanaged => WriteElements(MemoryMarshal.AsBytes(values));

    public void WriteAll<T>(T[] values) =>
        WriteElements(MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetArrayDataReference((Array)values),
            values.Length * _header.Type.Size));

    /// <summary>
    /// Writes elements in their file representation, such as text or values read from another array of the same type.
    /// </summary>
    public void WriteBytes(ReadOnlySpan<byte> elements)
    {
        _bytes += elements.Length;
        _stream.Write(elements);
    }

    /// <summary>Finishes the array.</summary>
    /// <exception cref="InvalidOperationException">The number of values written does not match the dimensions.</exception>
    public void Finish()
    {
        bool isOpen = _header.Shape is [UnknownRows, ..];
        NpyHeader header = isOpen ? WithRows(Rows()) : _header;
        if ((Int128)header.Count * header.Type.Size != _bytes)
            throw new InvalidOperationException(
                $"{Counted.Of(_bytes, "byte")} were written for an array of {header.Type.Description} {header.ShapeText}.");
        if (!isOpen)
            return;
        _stream.Position = _start;
        _stream.Write(header.ToBytes(_headerLength));
        _stream.Seek(0, SeekOrigin.End);
    }

    public void Dispose()
    {
        if (!_leaveOpen)
            _stream.Dispose();
    }

    private void WriteElements(ReadOnlySpan<byte> bytes)
    {
        if (BitConverter.IsLittleEndian)
        {
            WriteBytes(bytes);
            return;
        }
        byte[] reversed = bytes.ToArray();
        NpyBytes.Reverse(reversed, _header.Type.Size);
        WriteBytes(reversed);
    }

    private long Rows()
    {
        long rowLength = checked(_header.Type.Size * Dimensions.Count(_header.Shape.AsSpan()[1..]));
        return rowLength == 0 ? 0 : _bytes / rowLength;
    }

    private NpyHeader WithRows(long rows) => _header with { Shape = [rows, .. _header.Shape.Skip(1)] };
}
