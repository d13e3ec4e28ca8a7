namespace SpikeML.Events;

/// <summary>The rest of a source as a stream, for readers of streams.</summary>
internal sealed class RestStream(ByteSource source) : ForwardStream
{
    private readonly long _start = source.Position;

    public override long Position
    {
        get => source.Position - _start;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        ReadOnlySpan<byte> there = buffer.IsEmpty ? [] : source.Peek(1);
        int count = Math.Min(buffer.Length, there.Length);
        there[..count].CopyTo(buffer);
        source.Skip(count);
        return count;
    }
}
