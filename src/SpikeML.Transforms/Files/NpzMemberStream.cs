using System.IO.Compression;

namespace SpikeML;

/// <summary>Reads a member of a zip file and checks its length and checksum, which .NET does not do.</summary>
internal sealed class NpzMemberStream(ZipArchiveEntry entry) : Stream
{
    private readonly Stream _content = entry.Open();
    private Crc32 _checksum = new();
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty)
            return 0;
        int read = _content.Read(buffer);
        _checksum.Append(buffer[..read]);
        _read += read;
        bool isWhole = _read == entry.Length;
        if (_read > entry.Length || (read == 0 && !isWhole) || (isWhole && _checksum.Value != entry.Crc32))
            throw new InvalidDataException("its bytes do not match the length and checksum in the zip file");
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _content.Dispose();
        base.Dispose(disposing);
    }
}
