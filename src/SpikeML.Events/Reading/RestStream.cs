namespace SpikeML.Events;

/// <summary>The rest of a source as a stream, for readers of streams.</summary>
internal sealed class RestStream(ByteSource source) : Stream
{
    private readonly long _start = source.Position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

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

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
