using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML.Events;

/// <summary>
/// Prophesee EVT 2.0: 32-bit words with a type in the upper 4 bits. Words of triggers, of inertial sensors and of vendors hold no
/// events and are skipped.
/// </summary>
internal sealed class Evt2Decoder(ByteSource source, PercentHeader header) : WordDecoder<uint>(source, header)
{
    private const uint On = 1, TimeHigh = 8, AddressMask = 0x7FF, LowMask = 0x3F;
    private const int TypeShift = 28, LowShift = 22, ColumnShift = 11;

    private HighTime _high = new(shift: 6, bits: 28);

    [MethodImpl(KernelCompilation.AtOnce)]
    protected override (int Words, int Events) Decode(ReadOnlySpan<uint> words, Span<AddressEvent> events)
    {
        int i = _high.IsKnown ? 0 : SkipUntimed(words), count = 0;
        long high = _high.Time;
        ref AddressEvent place = ref MemoryMarshal.GetReference(events);
        while (i < words.Length && count < events.Length)
        {
            if (EightEvents.AreFast && Math.Min(words.Length - i, events.Length - count) >= EightEvents.Count)
            {
                int written = WriteBlock(in words[i], high, ref Unsafe.Add(ref place, count));
                if (written == EightEvents.Count)
                {
                    // Constants, so the next words need not wait for these.
                    i += EightEvents.Count;
                    count += EightEvents.Count;
                    continue;
                }
                i += written;
                count += written;
            }
            uint word = words[i++], type = word >> TypeShift;
            if (type <= On)
            {
                Unsafe.Add(ref place, count++) = new((int)(word >> ColumnShift & AddressMask), (int)(word & AddressMask),
                    high | (word >> LowShift & LowMask), (int)type);
            }
            else if (type == TimeHigh)
            {
                _high.Next(word & 0xFFF_FFFF);
                high = _high.Time;
            }
        }
        return (i, count);
    }

    /// <summary>Writes the events of eight words, up to the first other word; returns their number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int WriteBlock(in uint words, long high, ref AddressEvent place)
    {
        Vector256<uint> block = Vector256.LoadUnsafe(in words);
        Vector256<uint> columns = block >> ColumnShift & Vector256.Create(AddressMask);
        Vector256<uint> rowsAndPolarities = (block & Vector256.Create(AddressMask)) << 1 | block >> TypeShift;
        Vector256<uint> times = block >> LowShift & Vector256.Create(LowMask) | Vector256.Create((uint)high);
        EightEvents.Write(columns, rowsAndPolarities, times, (uint)(high >> 32), ref place);
        uint others = ~Vector256.Equals(block >> (TypeShift + 1), Vector256<uint>.Zero).ExtractMostSignificantBits();
        return BitOperations.TrailingZeroCount(others);
    }

    private int SkipUntimed(ReadOnlySpan<uint> words)
    {
        int i = 0;
        for (; i < words.Length && words[i] >> TypeShift != TimeHigh; i++)
            UntimedCount += words[i] >> TypeShift <= On ? 1 : 0;
        return i;
    }
}
