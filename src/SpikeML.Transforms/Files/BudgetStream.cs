namespace SpikeML;

/// <summary>
/// A stream for a parser that follows addresses: it ends with an error when far more was read than the file has, as happens where
/// damaged addresses lead in a circle, or at a size that the file cannot have.
/// </summary>
internal sealed class BudgetStream(Stream inner) : Stream
{
    private const int TimesTheLength = 200;
    private const int AtLeast = 16 << 20;

    private readonly H5SizeWatch _watch = new(inner.Length);
    private long _left = inner.Length * TimesTheLength + AtLeast;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => inner.Length;

    public override long Position
    {
        get => inner.Position;
        set
        {
            inner.Position = value >= 0 && value <= Length ? value : throw new EndOfStreamException();
            _watch.Moved();
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        // Each call counts for a few bytes, since a circle may ask for none.
        _left -= buffer.Length + 16;
        if (_left < 0)
            throw new FormatException("its addresses lead in a circle");
        int read = inner.Read(buffer);
        _watch.Look(buffer[..read]);
        return read;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => Position,
        _ => Length,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
