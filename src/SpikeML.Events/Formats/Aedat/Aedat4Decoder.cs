using System.Buffers.Binary;
using Google.FlatBuffers;

namespace SpikeML.Events;

/// <summary>
/// AEDAT 4.0: packets of several streams, each a flatbuffers table that may be compressed. Events have 64-bit times in
/// microseconds, usually since 1970. Packets of other streams (frames, inertial sensor, triggers) are skipped.
/// </summary>
internal sealed class Aedat4Decoder : EventDecoder
{
    private const int PrefixLength = 8, EventLength = 16, LongestPacket = 1 << 28;

    /// <summary>The only field of a packet's table: its elements.</summary>
    private const int Elements = 4;

    private readonly ByteSource _source;
    private readonly Aedat4Header _header;
    private byte[] _packet = [];
    private int _next, _end;

    public Aedat4Decoder(ByteSource source, int? stream)
    {
        _source = source;
        _header = new Aedat4Header(source, stream);
    }

    public override int? Width => _header.Width;

    public override int? Height => _header.Height;

    public override string Details => _header.Details;

    public override int Read(Span<AddressEvent> events)
    {
        if (_next == _end && !NextPacket())
            return 0;
        int count = Math.Min(events.Length, (_end - _next) / EventLength);
        ReadOnlySpan<byte> bytes = _packet.AsSpan(_next, count * EventLength);
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> own = bytes.Slice(i * EventLength, EventLength);
            events[i] = new(BinaryPrimitives.ReadInt16LittleEndian(own[8..]), BinaryPrimitives.ReadInt16LittleEndian(own[10..]),
                BinaryPrimitives.ReadInt64LittleEndian(own), own[12] != 0 ? 1 : 0);
        }
        _next += count * EventLength;
        return count;
    }

    private bool NextPacket()
    {
        while (_header.PacketsEnd < 0 || _source.Position < _header.PacketsEnd)
        {
            ReadOnlySpan<byte> prefix = _source.Peek(PrefixLength);
            if (prefix.IsEmpty && _header.PacketsEnd < 0)
                return false;
            if (prefix.Length < PrefixLength)
                throw _source.Error($"is cut off: after byte {_source.Position} there should be another packet");
            int stream = BinaryPrimitives.ReadInt32LittleEndian(prefix);
            int length = BinaryPrimitives.ReadInt32LittleEndian(prefix[sizeof(int)..]);
            if (length is < 0 or > LongestPacket)
                throw _source.Error($"is damaged: the packet at byte {_source.Position} says that it has {length} bytes");
            if (stream != _header.Stream)
            {
                _source.Skip(PrefixLength);
                _source.SkipLong(length);
                continue;
            }
            ReadPacket(length);
            if (_end > _next)
                return true;
        }
        return false;
    }

    private void ReadPacket(int length)
    {
        long position = _source.Position;
        ReadOnlySpan<byte> packet = _source.Peek(PrefixLength + length);
        if (packet.Length < PrefixLength + length)
            throw _source.Error(
                $"is cut off: the packet at byte {position} has {packet.Length - PrefixLength} of its {length} bytes");
        try
        {
            _packet = AedatPacket.Decompress(packet.Slice(PrefixLength, length).ToArray(), _header.Compression);
            (_next, _end) = FindEvents(_packet);
        }
        catch (Exception error) when (error is InvalidDataException or ArgumentException or IndexOutOfRangeException)
        {
            throw _source.Error(
                $"is damaged: the packet at byte {position} cannot be read ({error.Message.TrimEnd('.')})", error);
        }
        _source.Skip(PrefixLength + length);
    }

    /// <summary>Where the events lie in a packet, which begins with its length and the place of its table.</summary>
    private static (int Start, int End) FindEvents(byte[] packet)
    {
        ByteBuffer buffer = new(packet) { Position = sizeof(int) };
        Table table = new(buffer.GetInt(sizeof(int)) + sizeof(int), buffer);
        int place = table.__offset(Elements);
        if (place == 0)
            return (0, 0);
        int start = table.__vector(place), length = table.__vector_len(place);
        return length >= 0 && start >= 0 && (long)start + (long)length * EventLength <= packet.Length
            ? (start, start + length * EventLength)
            : throw new InvalidDataException("its events lie outside it");
    }
}
