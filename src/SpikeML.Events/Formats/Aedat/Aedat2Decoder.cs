using System.Buffers.Binary;

namespace SpikeML.Events;

/// <summary>
/// AEDAT 2.0: pairs of a 32-bit address and a 32-bit time in microseconds, with the high byte first. Times wrap.
/// </summary>
internal sealed class Aedat2Decoder : EventDecoder
{
    private const int Length = 8;

    private readonly ByteSource _source;
    private readonly AedatLayout _layout;
    private HighTime _time = new(shift: 0, bits: 32);

    public Aedat2Decoder(ByteSource source, AedatCamera? camera)
    {
        _source = source;
        AedatHeader header = new(source, "AEChip", "End Of ASCII Header");
        camera ??= header.Chip is not { } chip ? AedatCamera.Dvs128 : AedatLayout.Camera(chip) ?? throw source.Error(
            $"is of the camera '{chip}', whose addresses are not known. If it has the addresses of another one, set "
            + $"{nameof(EventReaderOptions.Camera)} to one of {string.Join(", ", Enum.GetNames<AedatCamera>())}");
        _layout = AedatLayout.Of(camera.Value);
        Details = header.Chip is null ? $"camera {camera} (assumed, since the header names none)" : $"camera {camera}";
    }

    public override int? Width => _layout.Width;

    public override int? Height => _layout.Height;

    public override string Details { get; }

    public override int Read(Span<AddressEvent> events)
    {
        int count = 0;
        while (count < events.Length)
        {
            ReadOnlySpan<byte> bytes = _source.Peek(Length);
            if (bytes.Length < Length)
                return bytes.IsEmpty || count > 0 ? count : throw _source.Error(
                    $"is cut off: after byte {_source.Position} there are {bytes.Length} of the {Length} bytes of an event");
            int used = 0;
            for (; used <= bytes.Length - Length && count < events.Length; used += Length)
            {
                uint address = BinaryPrimitives.ReadUInt32BigEndian(bytes[used..]);
                _time.Next(BinaryPrimitives.ReadUInt32BigEndian(bytes[(used + sizeof(uint))..]));
                if (_layout.IsPixel(address))
                    events[count++] = _layout.Event(address, _time.Time);
            }
            _source.Skip(used);
        }
        return count;
    }
}
