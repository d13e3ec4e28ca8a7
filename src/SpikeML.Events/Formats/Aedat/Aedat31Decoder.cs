using System.Buffers.Binary;

namespace SpikeML.Events;

/// <summary>
/// AEDAT 3.1: packets of one type of events behind a header of 28 bytes, with the low byte first. Packets of other types are
/// skipped, and so are events that are marked as invalid. Events are in order within a packet, but not across packets.
/// </summary>
internal sealed class Aedat31Decoder : EventDecoder
{
    private const int HeaderLength = 28, PolarityType = 1, EventLength = 8, TimeBits = 31;

    private readonly ByteSource _source;
    private readonly AedatLayout? _sensor;
    private long _left, _unused, _high;

    public Aedat31Decoder(ByteSource source)
    {
        _source = source;
        AedatHeader header = new(source, "Source ", "END-HEADER");
        Details = header.Chip is { } chip ? $"source {chip}" : null;
        _sensor = header.Chip is { } name && AedatLayout.Camera(name) is { } camera ? AedatLayout.Of(camera) : null;
    }

    public override int? Width => _sensor?.Width;

    public override int? Height => _sensor?.Height;

    public override string? Details { get; }

    public override int Read(Span<AddressEvent> events)
    {
        int count = 0;
        while (count < events.Length)
        {
            if (_left == 0 && !NextPacket(count > 0))
                return count;
            ReadOnlySpan<byte> bytes = _source.Peek(EventLength);
            if (bytes.Length < EventLength)
                return count > 0 ? count : throw Cut($"{_left} events");
            int used = 0;
            for (; used <= bytes.Length - EventLength && _left > 0 && count < events.Length; used += EventLength, _left--)
            {
                uint data = BinaryPrimitives.ReadUInt32LittleEndian(bytes[used..]);
                uint time = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(used + sizeof(uint))..]);
                if ((data & 1) != 0)
                    events[count++] = new((int)(data >> 17), (int)(data >> 2 & 0x7FFF), _high | time, (int)(data >> 1 & 1));
            }
            _source.Skip(used);
        }
        return count;
    }

    /// <summary>Moves to the next packet with events; false at the end, or if events must be returned before an error.</summary>
    private bool NextPacket(bool hasEvents)
    {
        while (true)
        {
            _source.SkipLong(_unused);
            _unused = 0;
            ReadOnlySpan<byte> header = _source.Peek(HeaderLength);
            if (header.IsEmpty || (header.Length < HeaderLength && hasEvents))
                return false;
            if (header.Length < HeaderLength)
                throw Cut("the rest of a packet's header");
            int type = BinaryPrimitives.ReadInt16LittleEndian(header);
            int size = Number(header, 4, "event size"), capacity = Number(header, 16, "capacity");
            int number = Number(header, 20, "number of events");
            if (number > capacity || (type == PolarityType && size != EventLength) || Number(header, 8, "offset of times") > size)
                throw _source.Error($"is damaged: the packet at byte {_source.Position} says that it has {number} events of "
                    + $"{size} bytes, with room for {capacity}");
            _high = (long)Number(header, 12, "overflow of times") << TimeBits;
            _source.Skip(HeaderLength);
            bool isOurs = type == PolarityType && number > 0;
            _left = isOurs ? number : 0;
            _unused = ((long)capacity - _left) * size;
            if (isOurs)
                return true;
        }
    }

    private int Number(ReadOnlySpan<byte> header, int at, string what)
    {
        int number = BinaryPrimitives.ReadInt32LittleEndian(header[at..]);
        return number >= 0 ? number
            : throw _source.Error($"is damaged: the packet at byte {_source.Position} has the {what} {number}");
    }

    private FormatException Cut(string missing) =>
        _source.Error($"is cut off: after byte {_source.Position}, {missing} are missing");
}
