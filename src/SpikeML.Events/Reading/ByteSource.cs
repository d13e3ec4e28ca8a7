using System.Text;

namespace SpikeML.Events;

/// <summary>The bytes of a recording, read ahead in pieces; what was looked at can be read again until it is skipped.</summary>
internal sealed class ByteSource : IDisposable
{
    private const int PieceLength = 1 << 16;

    private readonly Stream _stream;
    private readonly bool _leaveOpen;
    private byte[] _buffer = new byte[PieceLength];
    private int _start, _end;
    private bool _isAtEnd;

    /// <param name="stream">The content, from its current position.</param>
    /// <param name="name">What errors call it, such as "'a.raw'".</param>
    /// <param name="leaveOpen">Whether the stream stays open.</param>
    public ByteSource(Stream stream, string name, bool leaveOpen)
    {
        (_stream, Name, _leaveOpen) = (stream, name, leaveOpen);
        Length = stream.CanSeek ? stream.Length - stream.Position : null;
    }

    public string Name { get; }

    /// <summary>The number of bytes from the start, or null for a stream that cannot say.</summary>
    public long? Length { get; }

    /// <summary>How many bytes have been skipped or consumed.</summary>
    public long Position { get; private set; }

    /// <summary>The stream, at its start, for readers that seek.</summary>
    /// <exception cref="FormatException">The stream cannot seek.</exception>
    public Stream Seekable()
    {
        if (!_stream.CanSeek)
            throw Error("must be read from a stream that can seek in this format: copy it to a file or a MemoryStream first");
        _stream.Position -= _end + Position - _start;
        (_start, _end, Position) = (0, 0, 0);
        return _stream;
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
    public FormatException Error(string problem, Exception? cause = null) => new($"{Name} {problem}.", cause);

    public void Dispose()
    {
        if (!_leaveOpen)
            _stream.Dispose();
    }

    private void Fill(int atLeast)
    {
        if (_buffer.Length - _start < Math.Max(atLeast, PieceLength / 2))
        {
            byte[] target = atLeast > _buffer.Length ? new byte[Math.Max(atLeast, 2 * _buffer.Length)] : _buffer;
            _buffer.AsSpan(_start.._end).CopyTo(target);
            (_buffer, _start, _end) = (target, 0, _end - _start);
        }
        while (_end - _start < atLeast)
        {
            int read = _stream.Read(_buffer.AsSpan(_end));
            if (read == 0)
            {
                _isAtEnd = true;
                return;
            }
            _end += read;
        }
    }
}
