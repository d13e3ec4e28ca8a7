using System.Runtime.InteropServices;

namespace SpikeML.Events;

/// <summary>Decodes formats with a header of % lines and words of one size, with the low byte first.</summary>
internal abstract class WordDecoder<T>(ByteSource source, PercentHeader header) : EventDecoder
    where T : unmanaged
{
    private static readonly int Size = Marshal.SizeOf<T>();

    public override int? Width => header.Width;

    public override int? Height => header.Height;

    public sealed override int Read(Span<AddressEvent> events)
    {
        int count = 0;
        while (events.Length - count >= LeastRoom)
        {
            ReadOnlySpan<byte> bytes = source.Peek(Size);
            ReadOnlySpan<T> words = MemoryMarshal.Cast<byte, T>(bytes);
            if (words.IsEmpty)
                return bytes.IsEmpty || count > 0 ? count : throw Cut(bytes.Length);
            (int used, int decoded) = Decode(words, events[count..]);
            source.Skip(used * Size);
            count += decoded;
        }
        return count;
    }

    /// <summary>Decodes words while there is room for the most events that a word can hold.</summary>
    /// <returns>How many words were used, and how many events they hold.</returns>
    protected abstract (int Words, int Events) Decode(ReadOnlySpan<T> words, Span<AddressEvent> events);

    private FormatException Cut(int bytes) => source.Error(
        $"is cut off: after byte {source.Position} there are {bytes} of the {Size} bytes of a word. The events before were read");
}
