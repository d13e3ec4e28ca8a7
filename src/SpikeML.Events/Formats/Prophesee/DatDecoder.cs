namespace SpikeML.Events;

/// <summary>
/// Prophesee DAT: a header, two bytes (type and size of an event), and events of a 32-bit time in microseconds and a word of x,
/// y and polarity. Times that fall by more than half of their range have wrapped.
/// </summary>
internal sealed class DatDecoder : WordDecoder<ulong>
{
    private const long Wrap = 1L << 32;
    private const byte Event2D = 0x00, ChangeDetection = 0x0C, WordSize = 8;

    private readonly int _xBits, _yBits;
    private long _last, _offset;

    public DatDecoder(ByteSource source, PercentHeader header)
        : base(source, header)
    {
        Details = $"version {header["Version"] ?? "2 (assumed)"}";
        if (source.Peek(2) is not [byte type, byte size, ..])
            throw source.Error("is cut off: it ends before the type and size of its events");
        if (type is not (Event2D or ChangeDetection) || size != WordSize)
            throw source.Error($"is a DAT file of type {type} with {size} bytes per event; events of pixels have type {Event2D} "
                + $"or {ChangeDetection} and {WordSize} bytes");
        source.Skip(2);
        (_xBits, _yBits) = header["Version"]?.Trim() switch
        {
            "1" => (9, 8),
            "2" or null => (14, 14),
            string version => throw source.Error($"is a DAT file of version '{version}'; versions 1 and 2 can be read"),
        };
    }

    public override string Details { get; }

    protected override (int Words, int Events) Decode(ReadOnlySpan<ulong> words, Span<AddressEvent> events)
    {
        int count = Math.Min(words.Length, events.Length);
        (long last, long offset) = (_last, _offset);
        (int xBits, int yBits) = (_xBits, _yBits);
        uint xMask = (1u << xBits) - 1, yMask = (1u << yBits) - 1;
        for (int i = 0; i < count; i++)
        {
            long time = (uint)words[i] + offset;
            uint address = (uint)(words[i] >> 32);
            if (last - time > Wrap / 2)
                (time, offset) = (time + Wrap, offset + Wrap);
            last = time;
            events[i] = new((int)(address & xMask), (int)(address >> xBits & yMask), time, (int)(address >> (xBits + yBits) & 1));
        }
        (_last, _offset) = (last, offset);
        return (count, count);
    }
}
