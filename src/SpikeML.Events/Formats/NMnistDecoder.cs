namespace SpikeML.Events;

/// <summary>N-MNIST (Orchard et al. 2015), as <see cref="NMnistFile"/> describes it.</summary>
internal sealed class NMnistDecoder(ByteSource source) : EventDecoder
{
    private const int Length = 5, OverflowRow = 240, OverflowTime = 1 << 13;

    private long _offset;

    public override int Read(Span<AddressEvent> events)
    {
        int count = 0;
        while (count < events.Length)
        {
            ReadOnlySpan<byte> bytes = source.Peek(Length);
            if (bytes.Length < Length)
                return bytes.IsEmpty || count > 0 ? count : throw Cut(bytes.Length);
            int used = 0;
            for (; used <= bytes.Length - Length && count < events.Length; used += Length)
            {
                ReadOnlySpan<byte> record = bytes.Slice(used, Length);
                if (record[1] == OverflowRow)
                    _offset += OverflowTime;
                else
                    events[count++] = new(record[0], record[1],
                        _offset + ((record[2] & 0x7F) << 16 | record[3] << 8 | record[4]), record[2] >> 7);
            }
            source.Skip(used);
        }
        return count;
    }

    private FormatException Cut(int bytes) => source.Error(
        $"is cut off, or not an N-MNIST file: after byte {source.Position} there are {bytes} of the {Length} bytes of an event");
}
