using System.Buffers.Binary;
using System.IO.Compression;

namespace SpikeML;

/// <summary>The uncompressed bytes of an IDX file; every size is checked, and every error names the file.</summary>
internal sealed class IdxContent
{
    // The initial allocation before any byte has been seen, and the minimum by which it grows.
    private const int FirstBlock = 1 << 20;

    private readonly Stream _content;
    private readonly string _name;
    private readonly long? _length;

    private IdxContent(Stream content, string name, long? length)
    {
        _content = content;
        _name = name;
        _length = length;
    }

    /// <summary>Opens the bytes, decompressing them if the stream begins with gzip's signature.</summary>
    public static IdxContent Open(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        if (!stream.CanSeek || !stream.CanRead)
            throw new ArgumentException(
                "The stream must be readable and seekable; copy a network stream to memory first.", nameof(stream));
        long start = stream.Position;
        Span<byte> signature = stackalloc byte[2];
        int read = stream.ReadAtLeast(signature, signature.Length, throwOnEndOfStream: false);
        if (read == 0)
            throw new InvalidDataException($"{name}: expected an IDX file, but the file is empty. {Remedy}.");
        stream.Position = start;
        return read == 2 && signature is [0x1F, 0x8B]
            ? new IdxContent(new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true), name, null)
            : new IdxContent(stream, name, stream.Length - start);
    }

    private static string Remedy => "Download the file again (mlContext.Data.DownloadMnistAsync verifies what it gets)";

    /// <summary>An error for an intact file with the wrong content: what was expected, what was found, and what to do.</summary>
    public InvalidDataException Unexpected(string message) => new($"{_name}: {message}");

    private InvalidDataException Damaged(string message, Exception? cause = null) =>
        new($"{_name}: {message}. {Remedy}.", cause);

    /// <summary>Reads the magic number.</summary>
    public void ExpectMagic(uint expected, string kind)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        ReadHeader(bytes, "magic number");
        uint found = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        if (found != expected)
            throw Unexpected($"expected an IDX {kind} file (magic number 0x{expected:X8}), found 0x{found:X8}, "
                + IdxKind.Describe(found));
    }

    /// <summary>Reads one of the header's sizes, at least 1.</summary>
    public uint ReadSize(string what)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        ReadHeader(bytes, what);
        uint size = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        return size > 0 ? size : throw Unexpected($"expected a {what} of 1 or more, found 0. Check how the file was made.");
    }

    /// <summary>Reads everything after the header; its length must be the product of the sizes in the header.</summary>
    public byte[] ReadRest(ReadOnlySpan<uint> sizes)
    {
        UInt128 product = 1;
        foreach (uint size in sizes)
            product *= size;
        if (product > (uint)Array.MaxLength)
            throw Unexpected($"expected at most {Array.MaxLength} bytes of data, found a header that announces {product}. "
                + "Split a file of that size; download a smaller one again, because its header is damaged.");
        int expected = (int)product;
        long headerLength = sizeof(uint) * (1 + sizes.Length);
        if (_length - headerLength is long rest && rest != expected)
            throw WrongLength(expected, rest < expected ? $"{rest}: the file is truncated" : $"{rest}: bytes follow the data");
        byte[] data = ReadGrowing(expected);
        if (Read(stackalloc byte[1]) > 0)
            throw WrongLength(expected, "more: bytes follow the data");
        return data;
    }

    private byte[] ReadGrowing(int expected)
    {
        byte[] data = new byte[Math.Min(expected, FirstBlock)];
        int count = 0;
        while (true)
        {
            count += Read(data.AsSpan(count));
            if (count < data.Length)
                throw WrongLength(expected, $"{count}: the file is truncated");
            if (count == expected)
                return data;
            Array.Resize(ref data, (int)Math.Min(expected, 2L * data.Length));
        }
    }

    private InvalidDataException WrongLength(int expected, string found) =>
        Damaged($"expected {Counted.Of(expected, "byte")} of data after the header, found {found}");

    private void ReadHeader(Span<byte> bytes, string what)
    {
        if (Read(bytes) < bytes.Length)
            throw Damaged($"expected the {what} in the header, but the file ends before it: the file is truncated");
    }

    private int Read(Span<byte> bytes)
    {
        try
        {
            return _content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException error)
        {
            throw Damaged("expected gzip data, as the first bytes announce, found damaged or truncated data", error);
        }
    }
}
