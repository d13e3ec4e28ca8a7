using System.Text;

namespace SpikeML.Events;

/// <summary>The bytes of a recording, read ahead in pieces; what was looked at can be read again until it is skipped.</summary>
internal sealed class ByteSource : IDisposable
{
    private const int PieceLength = 1 << 16, LeastLength = 1 << 12;

    private readonly Stream _stream;
    private readonly bool _leaveOpen;
    private byte[] _buffer;
    private int _start, _end;
    private bool _isAtEnd;
    private InvalidDataException? _damage;

    /// <param name="stream">The content, from its current position.</param>
    /// <param name="name">What errors call it, such as "'a.raw'".</param>
    /// <param name="leaveOpen">Whether the stream stays open.</param>
    public ByteSource(Stream stream, string name, bool leaveOpen)
    {
        (_stream, Name, _leaveOpen) = (stream, name, leaveOpen);
        Length = stream.CanSeek ? stream.Length - stream.Position : null;
        _buffer = new byte[Math.Clamp(Length ?? PieceLength, LeastLength, PieceLength)];
    }

    public string Name { get; }

    /// <summary>The number of bytes from the start, or null for a stream that cannot say.</summary>
    public long? Length { get; }

    /// <summary>How many bytes have been skipped or consumed.</summary>
    public long Position { get; private set; }

    /// <summary>This source or, where it is compressed with gzip, its content. Dispose of the result only.</summary>
    public ByteSource Decompressed() =>
        GzipContent.IsStart(Peek(4)) ? new ByteSource(new GzipContent(this), Name, leaveOpen: false) : this;

    /// <summary>The content from its start, for readers that seek.</summary>
    /// <exception cref="FormatException">The stream cannot seek.</exception>
    public Stream Seekable()
    {
        if (_stream is GzipContent)
            throw Error("is compressed with gzip, and this format needs a file that can seek: decompress it first");
        if (!_stream.CanSeek)
            throw Error("must be read from a stream that can seek in this format: copy it to a file or a MemoryStream first");
        _stream.Position -= _end + Position - _start;
        (_start, _end, Position) = (0, 0, 0);
        return _stream.Position == 0 ? _stream : new OffsetStream(_stream);
    }

    /// <summary>What is buffered: at least as many bytes as asked for, unless the content ends before.</summary>
    public ReadOnlySpan<byte> Peek(int atLeast)
    {
        if (_end - _start < atLeast && !_isAtEnd)
            Fill(atLeast);
        return _buffer.AsSpan(_start, _end - _start);
    }

    /// <summary>What has not been skipped, as a stream.</summary>
    public Stream Rest() => new RestStream(this);

    public void Skip(int count)
    {
        _start += count;
        Position += count;
    }

    /// <summary>Skips bytes that need not be buffered; fewer if the content ends.</summary>
    public void SkipLong(long count)
    {
        while (count > 0)
        {
            int there = (int)Math.Min(count, Peek(1).Length);
            if (there == 0)
                return;
            Skip(there);
            count -= there;
        }
    }

    /// <summary>Reads the next line without its end, or null where no line ends within the given length.</summary>
    public string? ReadLine(int mostBytes)
    {
        ReadOnlySpan<byte> bytes = Peek(1);
        int end = bytes.IndexOf((byte)'\n');
        if (end < 0 && bytes.Length < mostBytes)
        {
            bytes = Peek(mostBytes);
            end = bytes.IndexOf((byte)'\n');
        }
        if (end < 0 || end >= mostBytes)
            return null;
        string line = Encoding.UTF8.GetString(bytes[..end].TrimEnd((byte)'\r'));
        Skip(end + 1);
        return line;
    }

    /// <summary>An error in the content; the sentence continues after its name.</summary>
    public FormatException Error(string problem, Exception? cause = null) => _damage is null ? new($"{Name} {problem}.", cause)
        : new($"{Name} is compressed with gzip, and damaged or cut off: only its first {Position + _end - _start} bytes can be "
            + "decompressed.", _damage);

    /// <summary>Throws where the content ended because the rest cannot be decompressed.</summary>
    /// <exception cref="FormatException">It is damaged.</exception>
    public void ThrowIfDamaged()
    {
        if (_damage is not null)
            throw Error("");
    }

    public void Dispose()
    {
        if (!_leaveOpen)
            _stream.Dispose();
    }

    private void Fill(int atLeast)
    {
        if (_buffer.Length - _start < Math.Max(atLeast, _buffer.Length / 2))
        {
            byte[] target = atLeast > _buffer.Length ? new byte[Math.Max(atLeast, 2 * _buffer.Length)] : _buffer;
            _buffer.AsSpan(_start.._end).CopyTo(target);
            (_buffer, _start, _end) = (target, 0, _end - _start);
        }
        while (_end - _start < atLeast)
        {
            int read = Read(_buffer.AsSpan(_end));
            if (read == 0)
            {
                _isAtEnd = true;
                return;
            }
            _end += read;
        }
    }

    /// <summary>Damage ends the content, so that what was before it is read first.</summary>
    private int Read(Span<byte> bytes)
    {
        try
        {
            return _stream.Read(bytes);
        }
        catch (InvalidDataException error) when (_stream is GzipContent)
        {
            _damage = error;
            return 0;
        }
    }
}
