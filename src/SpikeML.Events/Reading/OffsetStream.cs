namespace SpikeML.Events;

/// <summary>The rest of a stream that can seek, as a stream that begins at 0. The stream itself stays open.</summary>
internal sealed class OffsetStream(Stream stream) : Stream
{
    private readonly long _start = stream.Position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => stream.Length - _start;

    public override long Position
    {
        get => stream.Position - _start;
        set => stream.Position = value + _start;
    }

    public override int Read(Span<byte> buffer) => stream.Read(buffer);

    public override int Read(byte[] buffer, int offset, int count) => stream.Read(buffer, offset, count);

    public override long Seek(long offset, SeekOrigin origin) =>
        stream.Seek(origin == SeekOrigin.Begin ? offset + _start : offset, origin) - _start;

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
