namespace SpikeML;

/// <summary>
/// Writes a zip file whose members are compressed by several threads; members and files may be larger than 4 GB.
/// </summary>
/// <param name="stream">Receives the file; it stays open.</param>
/// <param name="compression">How to compress the members.</param>
/// <param name="workers">The workers that compress.</param>
internal sealed class ZipFileWriter(Stream stream, Compression compression, Workers workers) : IDisposable
{
    // Incompressible content grows by a few bytes per block.
    private const long LargeLength = uint.MaxValue - (uint.MaxValue >> 6);
    private readonly long _start = stream.CanSeek ? stream.Position : 0;
    private readonly List<ZipMember> _members = [];
    private long _length;

    /// <summary>Begins a member, which is finished when its stream is disposed.</summary>
    /// <param name="name">The name of the member.</param>
    /// <param name="length">The number of bytes that will be written.</param>
    public Stream Begin(string name, long length)
    {
        ZipMember member = new(name, compression.IsStored, length >= LargeLength, !stream.CanSeek, _length);
        Write(member.ToHeader());
        return new ZipMemberStream(stream, compression, workers, content => End(member, content));
    }

    /// <summary>Writes the directory.</summary>
    public void Dispose()
    {
        long start = _length;
        foreach (ZipMember member in _members)
            Write(member.ToDirectoryEntry());
        Write(ZipDirectoryEnd.ToBytes(_members.Count, start, _length - start));
    }

    private void End(ZipMember member, ZipMemberStream content)
    {
        member = member with
        {
            Checksum = content.Checksum,
            CompressedLength = content.CompressedLength,
            Length = content.UncompressedLength
        };
        _length += content.CompressedLength;
        _members.Add(member);
        if (member.HasDescriptor)
        {
            Write(member.ToDescriptor());
            return;
        }
        stream.Position = _start + member.Offset;
        stream.Write(member.ToHeader());
        stream.Position = _start + _length;
    }

    private void Write(byte[] bytes)
    {
        stream.Write(bytes);
        _length += bytes.Length;
    }
}
