using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SpikeML.Events;

/// <summary>
/// Prophesee EVT 3.0: 16-bit words with a type in the upper 4 bits, which change one part of the state: row, first column of a
/// vector, time. The time is (upper 12 bits, lower 12 bits). The lower part steps back a little as rows are read out, which is no
/// wrap; the upper part wraps at 2^24 microseconds. Words of triggers, of inertial sensors and of vendors are skipped.
/// </summary>
internal sealed class Evt3Decoder(ByteSource source, PercentHeader header) : WordDecoder<ushort>(source, header)
{
    private const int AddressY = 0x0, AddressX = 0x2, VectorBase = 0x3, Vector12 = 0x4, Vector8 = 0x5;
    private const int TimeLow = 0x6, TimeHigh = 0x8;
    private const int EventsPerWord = 12, AddressMask = 0x7FF, ContentMask = 0xFFF;

    private HighTime _high = new(shift: 12, bits: 12);
    private long _low;
    private int _y, _base, _polarity;

    [MethodImpl(MethodImplOptions.NoInlining)]
    protected override (int Words, int Events) Decode(ReadOnlySpan<ushort> words, Span<AddressEvent> events)
    {
        int i = _high.IsKnown ? 0 : SkipUntimed(words), count = 0;
        (int y, int first, int polarity) = (_y, _base, _polarity);
        long time = _high.Time | _low;
        ref AddressEvent place = ref MemoryMarshal.GetReference(events);
        for (; i < words.Length && events.Length - count >= EventsPerWord; i++)
        {
            int word = words[i], type = word >> 12;
            if ((type & ~AddressX) == AddressY)
            {
                // Rows and columns alternate without a pattern, so no branch is on which it is: a row writes an event, too, which
                // the next one overwrites.
                int isRow = (type - 1) >> 31, content = word & AddressMask;
                y = (content & isRow) | (y & ~isRow);
                Unsafe.Add(ref place, count) = new(content, y, time, word >> 11 & 1);
                count += type >> 1;
                continue;
            }
            switch (type)
            {
                case VectorBase:
                    (first, polarity) = (word & AddressMask, word >> 11 & 1);
                    break;
                case Vector12 or Vector8:
                    bool isWide = type == Vector12;
                    for (uint mask = (uint)word & (isWide ? 0xFFFu : 0xFFu); mask != 0; mask &= mask - 1)
                        Unsafe.Add(ref place, count++) = new(first + BitOperations.TrailingZeroCount(mask), y, time, polarity);
                    first += isWide ? 12 : 8;
                    break;
                case TimeLow:
                    _low = word & ContentMask;
                    time = _high.Time | _low;
                    break;
                case TimeHigh:
                    _high.Next(word & ContentMask);
                    time = _high.Time | _low;
                    break;
            }
        }
        (_y, _base, _polarity) = (y, first, polarity);
        return (i, count);
    }

    private int SkipUntimed(ReadOnlySpan<ushort> words)
    {
        int i = 0;
        for (; i < words.Length && words[i] >> 12 != TimeHigh; i++)
        {
            int word = words[i], type = word >> 12;
            if (type == AddressY)
                _y = word & AddressMask;
            else if (type == VectorBase)
                (_base, _polarity) = (word & AddressMask, word >> 11 & 1);
            else if (type == TimeLow)
                _low = word & ContentMask;
            else if (type is AddressX or Vector12 or Vector8)
                UntimedCount += type == AddressX ? 1 : BitOperations.PopCount((uint)word & (type == Vector12 ? 0xFFFu : 0xFFu));
            _base += type == Vector12 ? 12 : type == Vector8 ? 8 : 0;
        }
        return i;
    }
}
