using System.Buffers.Binary;
using System.Collections.Immutable;

namespace SpikeML.Events;

/// <summary>Writes a structured NumPy array with the fields and types of Tonic: x and y (int16), t (int64), p (bool).</summary>
internal static class NpyEventWriter
{
    private static readonly NpyType Type = NpyType.Parse(PythonLiteral.Parse(
        "[('x', '<i2'), ('y', '<i2'), ('t', '<i8'), ('p', '|b1')]"));

    public static void Write(Stream stream, IEnumerable<AddressEvent> events)
    {
        if (!stream.CanSeek)
            throw new ArgumentException("A NumPy array needs a stream that can seek, since its header has the number of events.",
                nameof(stream));
        long start = stream.Position, count = 0;
        int header = Header(0, 0).Length;
        stream.Write(new byte[header]);
        Span<byte> record = stackalloc byte[Type.Size];
        foreach (AddressEvent own in events)
        {
            if (own is not { X: >= 0 and <= short.MaxValue, Y: >= 0 and <= short.MaxValue })
                throw new ArgumentException($"Event {count}, {own}, cannot be written: x and y must be 0 to {short.MaxValue}.",
                    nameof(events));
            BinaryPrimitives.WriteInt16LittleEndian(record, (short)own.X);
            BinaryPrimitives.WriteInt16LittleEndian(record[2..], (short)own.Y);
            BinaryPrimitives.WriteInt64LittleEndian(record[4..], own.Timestamp);
            record[12] = (byte)own.Polarity;
            stream.Write(record);
            count++;
        }
        long end = stream.Position;
        stream.Position = start;
        stream.Write(Header(count, header));
        stream.Position = end;
    }

    private static byte[] Header(long count, int leastLength) =>
        new NpyHeader(Type, IsFortranOrder: false, ImmutableArray.Create(count)).ToBytes(Math.Max(leastLength, 256));
}
