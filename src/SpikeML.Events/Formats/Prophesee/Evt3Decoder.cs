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
    private const int AddressMask = 0x7FF, ContentMask = 0xFFF;

    /// <summary>The most places that a turn of the loop may write: eight words, and then a vector.</summary>
    private const int EventsPerTurn = EightWords.Count + 12 + PixelMask.Excess;

    private HighTime _high = new(shift: 12, bits: 12);
    private int _y, _base, _polarity, _low;

    [MethodImpl(KernelCompilation.AtOnce)]
    protected override (int Words, int Events) Decode(ReadOnlySpan<ushort> words, Span<AddressEvent> events)
    {
        int i = _high.IsKnown ? 0 : SkipUntimed(words), count = 0;
        (int y, int first, int polarity, int low) = (_y, _base, _polarity, _low);
        long high = _high.Time;
        ref AddressEvent place = ref MemoryMarshal.GetReference(events);
        while (i < words.Length && events.Length - count >= EventsPerTurn)
        {
            if (EightWords.AreFast && words.Length - i >= EightWords.Count)
            {
                (int used, int decoded) = EightWords.Decode(in words[i], ref y, ref low, high, ref Unsafe.Add(ref place, count));
                count += decoded;
                if (used == EightWords.Count)
                {
                    // A constant, so the next words need not wait for these.
                    i += EightWords.Count;
                    continue;
                }
                i += used;
            }
            do
            {
                int word = words[i++], type = word >> 12;
                if (type is Vector12 or Vector8)
                {
                    bool isWide = type == Vector12;
                    count += PixelMask.WriteShort((uint)word & (isWide ? 0xFFFu : 0xFFu), isWide, first, y, high | (uint)low,
                        polarity, ref Unsafe.Add(ref place, count));
                    first += isWide ? 12 : 8;
                }
                else if (type == VectorBase)
                {
                    (first, polarity) = (word & AddressMask, word >> 11 & 1);
                }
                else if (type == AddressX)
                {
                    Unsafe.Add(ref place, count++) = new(word & AddressMask, y, high | (uint)low, word >> 11 & 1);
                }
                else if (type == AddressY)
                {
                    y = word & AddressMask;
                }
                else if (type == TimeLow)
                {
                    low = word & ContentMask;
                }
                else if (type == TimeHigh)
                {
                    _high.Next(word & ContentMask);
                    high = _high.Time;
                }
            }
            while (i < words.Length && events.Length - count >= EventsPerTurn && !EightWords.Includes(words[i] >> 12));
        }
        (_y, _base, _polarity, _low) = (y, first, polarity, low);
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
