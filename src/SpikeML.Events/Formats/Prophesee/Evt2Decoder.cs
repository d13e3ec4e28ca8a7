using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SpikeML.Events;

/// <summary>
/// Prophesee EVT 2.0: 32-bit words with a type in the upper 4 bits. Words of triggers, of inertial sensors and of vendors hold no
/// events and are skipped.
/// </summary>
internal sealed class Evt2Decoder(ByteSource source, PercentHeader header) : WordDecoder<uint>(source, header)
{
    private const uint On = 1, TimeHigh = 8;

    private HighTime _high = new(shift: 6, bits: 28);

    [MethodImpl(MethodImplOptions.NoInlining)]
    protected override (int Words, int Events) Decode(ReadOnlySpan<uint> words, Span<AddressEvent> events)
    {
        int i = _high.IsKnown ? 0 : SkipUntimed(words), count = 0;
        long high = _high.Time;
        ref AddressEvent place = ref MemoryMarshal.GetReference(events);
        for (; i < words.Length && count < events.Length; i++)
        {
            uint word = words[i], type = word >> 28;
            if (type <= On)
            {
                Unsafe.Add(ref place, count++) = new(
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
            UntimedCount += words[i] >> 28 <= On ? 1 : 0;
        return i;
    }
}
