using System.IO.Compression;

namespace SpikeML;

/// <summary>Reads a member of a zip file and checks its length and checksum, which .NET does not do.</summary>
internal sealed class NpzMemberStream(ZipArchiveEntry entry) : ForwardStream
{
    private readonly Stream _content = entry.Open();
    private Crc32 _checksum = new();
    private long _read;

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

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _content.Dispose();
        base.Dispose(disposing);
    }
}
