using System.Buffers.Binary;
using System.IO.Compression;

namespace SpikeML.Events;

/// <summary>
/// The content of gzip members (RFC 1952), one after another, whose checksums and lengths are checked. The framework's stream
/// takes the end of a file that is cut off for the end of the content.
/// </summary>
/// <param name="source">The compressed bytes.</param>
internal sealed class GzipContent(ByteSource source) : ForwardStream
{
    private const int HeaderLength = 10, TrailerLength = 8, LongestText = 1 << 12;
    private const byte HasHeaderChecksum = 2, HasExtra = 4, HasName = 8, HasComment = 16;

    private DeflateStream? _member;
    private Crc32 _checksum;
    private uint _length;

    /// <summary>
    /// Whether bytes begin a member: its mark, the only compression method, and flags whose three highest bits are 0.
    /// </summary>
    public static bool IsStart(ReadOnlySpan<byte> bytes) => bytes is [0x1F, 0x8B, 8, < 0x20, ..];

    /// <exception cref="InvalidDataException">The rest is damaged or cut off.</exception>
    public override int Read(Span<byte> buffer)
    {
        while (!buffer.IsEmpty && (_member is not null || source.Peek(1).Length > 0))
        {
            if (_member is null)
                Begin();
            int read = _member!.Read(buffer);
            _checksum.Append(buffer[..read]);
            _length += (uint)read;
            if (read > 0)
                return read;
            End();
        }
        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _member?.Dispose();
            source.Dispose();
        }
        base.Dispose(disposing);
    }

    private void Begin()
    {
        ReadOnlySpan<byte> header = source.Peek(HeaderLength);
        if (header.Length < HeaderLength || !IsStart(header))
            throw new InvalidDataException("There are bytes that are not a gzip member.");
        byte flags = header[3];
        source.Skip(HeaderLength);
        if ((flags & HasExtra) != 0)
            Skip(source.Peek(sizeof(ushort)) is [byte low, byte high, ..] ? sizeof(ushort) + (high << 8 | low) : int.MaxValue);
        foreach (byte text in (ReadOnlySpan<byte>)[HasName, HasComment])
        {
            if ((flags & text) != 0)
                Skip(source.Peek(LongestText).IndexOf((byte)0) is >= 0 and var end ? end + 1 : int.MaxValue);
        }
        if ((flags & HasHeaderChecksum) != 0)
            Skip(sizeof(ushort));
        _member = new DeflateStream(new PieceStream(source), CompressionMode.Decompress, leaveOpen: true);
        (_checksum, _length) = (new(), 0);
    }

    private void Skip(int count)
    {
        if (count > ushort.MaxValue + sizeof(ushort) || source.Peek(count).Length < count)
            throw new InvalidDataException("The header of a gzip member is damaged or cut off.");
        source.Skip(count);
    }

    /// <summary>
    /// The framework does not say where a member ends. It is in the last piece that was read: where its checksum and length are,
    /// with the end of the file or another member after them.
    /// </summary>
    private void End()
    {
        Span<byte> trailer = stackalloc byte[TrailerLength];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, _checksum.Value);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[sizeof(uint)..], _length);
        int given = ((PieceStream)_member!.BaseStream).Given;
        ReadOnlySpan<byte> rest = source.Peek(given + TrailerLength + HeaderLength);
        for (int at = 0; at <= given && at + TrailerLength <= rest.Length; at++)
        {
            ReadOnlySpan<byte> after = rest[(at + TrailerLength)..];
            if (!rest[at..].StartsWith(trailer) || !(after.IsEmpty || IsStart(after)))
                continue;
            source.Skip(at + TrailerLength);
            _member.Dispose();
            _member = null;
            return;
        }
        throw new InvalidDataException("A gzip member is cut off, or its checksum is wrong.");
    }

    /// <summary>Gives the source's bytes in pieces. The source still stands before the last piece.</summary>
    private sealed class PieceStream(ByteSource source) : ForwardStream
    {
        private const int Longest = 1 << 13;

        /// <summary>The length of the last piece.</summary>
        public int Given { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            ReadOnlySpan<byte> there = source.Peek(Given + 1);
            if (buffer.IsEmpty || there.Length <= Given)
                return 0;
            source.Skip(Given);
            there = there[Given..];
            Given = Math.Min(Math.Min(buffer.Length, Longest), there.Length);
            there[..Given].CopyTo(buffer);
            return Given;
        }
    }
}
