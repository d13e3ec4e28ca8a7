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
    private const int BlockLength = 8, TypeShift = 28, LowShift = 22, ColumnShift = 11;

    private HighTime _high = new(shift: 6, bits: 28);

    [MethodImpl(MethodImplOptions.NoInlining)]
    protected override (int Words, int Events) Decode(ReadOnlySpan<uint> words, Span<AddressEvent> events)
    {
        int i = _high.IsKnown ? 0 : SkipUntimed(words), count = 0;
        long high = _high.Time;
        ref AddressEvent place = ref MemoryMarshal.GetReference(events);
        while (i < words.Length && count < events.Length)
        {
            int end = words.Length;
            if (FourEvents.AreFast && Math.Min(words.Length - i, events.Length - count) >= BlockLength)
            {
                if (TryWriteBlock(in words[i], high, ref Unsafe.Add(ref place, count)))
                {
                    i += BlockLength;
                    count += BlockLength;
                    continue;
                }
                end = i + BlockLength;
            }
            for (; i < end && count < events.Length; i++)
            {
                uint word = words[i], type = word >> TypeShift;
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
        }
        return (i, count);
    }

    /// <summary>Writes the events of eight words, unless there are other words among them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryWriteBlock(in uint words, long high, ref AddressEvent place)
    {
        Vector256<uint> block = Vector256.LoadUnsafe(in words);
        if ((block & Vector256.Create(~0u << (TypeShift + 1))) != Vector256<uint>.Zero)
            return false;
        (Vector256<ulong> lower, Vector256<ulong> upper) = Vector256.Widen(block);
        Write(lower, high, ref place);
        Write(upper, high, ref Unsafe.Add(ref place, FourEvents.Count));
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(Vector256<ulong> words, long high, ref AddressEvent place)
    {
        Vector256<ulong> columns = words >> ColumnShift & Vector256.Create((ulong)AddressMask);
        Vector256<ulong> rows = (words & Vector256.Create((ulong)AddressMask)) << AddressEvent.RowShift;
        Vector256<ulong> polarities = words >> TypeShift << AddressEvent.PolarityShift;
        Vector256<ulong> times = words >> LowShift & Vector256.Create((ulong)LowMask) | Vector256.Create((ulong)high);
        FourEvents.Write(columns | rows | polarities, times, ref place);
    }

    private int SkipUntimed(ReadOnlySpan<uint> words)
    {
        int i = 0;
        for (; i < words.Length && words[i] >> TypeShift != TimeHigh; i++)
            UntimedCount += words[i] >> TypeShift <= On ? 1 : 0;
        return i;
    }
}
