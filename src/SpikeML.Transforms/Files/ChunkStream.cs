namespace SpikeML;

/// <summary>
/// Hands on what is written in chunks of one length, so that a compressor's output depends on the bytes alone and not on the
/// pieces that
/// they came in: a merged file equals one that was written in one run.
/// </summary>
internal sealed class ChunkStream(Stream target) : Stream
{
    private readonly byte[] _chunk = new byte[1 << 16];
    private int _used;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            int part = Math.Min(buffer.Length, _chunk.Length - _used);
            buffer[..part].CopyTo(_chunk.AsSpan(_used));
            buffer = buffer[part..];
            _used += part;
            if (_used == _chunk.Length)
                HandOn();
        }
    }

    /// <summary>Does nothing: only the end ends a chunk early.</summary>
    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            HandOn();
            target.Dispose();
        }
        base.Dispose(disposing);
    }

    private void HandOn()
    {
        target.Write(_chunk, 0, _used);
        _used = 0;
    }
}
