using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML.Events;

/// <summary>
/// Prophesee DAT: a header, two bytes (type and size of an event), and events of a 32-bit time in microseconds and a word of x,
/// y and polarity. Times that fall by more than half of their range have wrapped. After a wrap, a rise by nearly the whole range
/// is a step back to before it.
/// </summary>
internal sealed class DatDecoder : WordDecoder<ulong>
{
    private const long Wrap = 1L << 32, Back = Wrap - Wrap / 16;
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

    [MethodImpl(KernelCompilation.AtOnce)]
    protected override (int Words, int Events) Decode(ReadOnlySpan<ulong> words, Span<AddressEvent> events)
    {
        int count = Math.Min(words.Length, events.Length);
        ref AddressEvent place = ref MemoryMarshal.GetReference(events);
        WriteEach(words[..1], ref place);
        int i = 1;
        while (i < count)
        {
            if (FourEvents.AreFast && count - i >= FourEvents.Count
                && TryWriteFour(in words[i - 1], ref Unsafe.Add(ref place, i)))
            {
                i += FourEvents.Count;
                continue;
            }
            int end = Math.Min(i + FourEvents.Count, count);
            _last = (uint)words[i - 1] + _offset;
            WriteEach(words[i..end], ref Unsafe.Add(ref place, i));
            i = end;
        }
        _last = (uint)words[count - 1] + _offset;
        return (count, count);
    }

    private void WriteEach(ReadOnlySpan<ulong> words, ref AddressEvent place)
    {
        (long last, long offset) = (_last, _offset);
        uint xMask = (1u << _xBits) - 1, yMask = (1u << _yBits) - 1;
        for (int i = 0; i < words.Length; i++)
        {
            long time = (uint)words[i] + offset;
            uint address = (uint)(words[i] >> 32);
            if (last - time > Wrap / 2)
                (time, offset) = (time + Wrap, offset + Wrap);
            else if (time - last > Back && offset > 0)
                (time, offset) = (time - Wrap, offset - Wrap);
            last = time;
            Unsafe.Add(ref place, i) = new((int)(address & xMask), (int)(address >> _xBits & yMask), time,
                (int)(address >> (_xBits + _yBits) & 1));
        }
        (_last, _offset) = (last, offset);
    }

    /// <summary>Writes four events, unless the time may wrap.</summary>
    /// <param name="before">The word before the four.</param>
    /// <param name="place">Where the first event is written.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryWriteFour(in ulong before, ref AddressEvent place)
    {
        Vector256<ulong> words = Vector256.LoadUnsafe(in before, 1), low = Vector256.Create((ulong)uint.MaxValue);
        Vector256<ulong> times = words & low, previous = Vector256.LoadUnsafe(in before) & low;
        Vector256<long> rise = (times - previous).AsInt64();
        if (Vector256.GreaterThanAny(rise, Vector256.Create(Back)) || Vector256.LessThanAny(rise, Vector256.Create(-Wrap / 2)))
            return false;
        Vector256<ulong> columns = words >> 32 & Vector256.Create((1ul << _xBits) - 1);
        Vector256<ulong> rows = words >> (32 + _xBits) & Vector256.Create((1ul << _yBits) - 1);
        Vector256<ulong> polarities = words >> (32 + _xBits + _yBits) & Vector256.Create(1ul);
        FourEvents.Write(columns | rows << AddressEvent.RowShift | polarities << AddressEvent.PolarityShift,
            times + Vector256.Create((ulong)_offset), ref place);
        return true;
    }
}
