using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SpikeML.Events;

/// <summary>
/// Prophesee EVT 2.1: 64-bit words. The upper half is a word of EVT 2.0, the lower half a mask of the 32 pixels from x on. Older
/// cameras write the halves in the other order.
/// </summary>
internal sealed class Evt21Decoder(ByteSource source, PercentHeader header) : WordDecoder<ulong>(source, header)
{
    private const uint On = 1, TimeHigh = 8;
    private const int EventsPerWord = 32 + PixelMask.Excess;

    private readonly bool _isLegacy = IsLegacy(header);
    private HighTime _high = new(shift: 6, bits: 28);

    public override string Details => _isLegacy ? "legacy byte order" : "little-endian";

    [MethodImpl(KernelCompilation.AtOnce)]
    protected override (int Words, int Events) Decode(ReadOnlySpan<ulong> words, Span<AddressEvent> events)
    {
        int i = 0, count = 0;
        ref AddressEvent place = ref MemoryMarshal.GetReference(events);
        for (; i < words.Length && events.Length - count >= EventsPerWord; i++)
        {
            ulong word = _isLegacy ? BitOperations.RotateLeft(words[i], 32) : words[i];
            uint content = (uint)(word >> 32), mask = (uint)word, type = content >> 28;
            if (type == TimeHigh)
                _high.Next(content & 0xFFF_FFFF);
            else if (type > On)
                continue;
            else if (!_high.IsKnown)
                UntimedCount += BitOperations.PopCount(mask);
            else
                count += PixelMask.Write(mask, (int)(content >> 11 & 0x7FF), (int)(content & 0x7FF),
                    _high.Time | (content >> 22 & 0x3F), (int)type, ref Unsafe.Add(ref place, count));
        }
        return (i, count);
    }

    private static bool IsLegacy(PercentHeader header) =>
        header.Part("endianness")?.Equals("legacy", StringComparison.OrdinalIgnoreCase) ?? false;
}
