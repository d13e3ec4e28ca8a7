namespace SpikeML.Events;

/// <summary>
/// Prophesee EVT 2.0: 32-bit words with a type in the upper 4 bits. Words of triggers, of inertial sensors and of vendors hold no
/// events and are skipped.
/// </summary>
internal sealed class Evt2Decoder(ByteSource source, PercentHeader header) : WordDecoder<uint>(source)
{
    private const uint On = 1, TimeHigh = 8;

    private HighTime _high = new(shift: 6, bits: 28);
    private long _untimed;

    public override int? Width => header.Width;

    public override int? Height => header.Height;

    public override long UntimedCount => _untimed;

    protected override (int Words, int Events) Decode(ReadOnlySpan<uint> words, Span<AddressEvent> events)
    {
        int i = _high.IsKnown ? 0 : SkipUntimed(words), count = 0;
        long high = _high.Time;
        for (; i < words.Length && count < events.Length; i++)
        {
            uint word = words[i], type = word >> 28;
            if (type <= On)
            {
                events[count++] = new(
                    (int)(word >> 11 & 0x7FF), (int)(word & 0x7FF), high | (word >> 22 & 0x3F), (int)type);
            }
            else if (type == TimeHigh)
            {
                _high.Next(word & 0xFFF_FFFF);
                high = _high.Time;
            }
        }
        return (i, count);
    }

    private int SkipUntimed(ReadOnlySpan<uint> words)
    {
        int i = 0;
        for (; i < words.Length && words[i] >> 28 != TimeHigh; i++)
            _untimed += words[i] >> 28 <= On ? 1 : 0;
        return i;
    }
}
