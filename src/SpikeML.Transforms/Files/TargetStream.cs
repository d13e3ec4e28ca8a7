namespace SpikeML;

/// <summary>A temporary file whose errors are those of the file that it becomes.</summary>
internal sealed class TargetStream : Stream
{
    private readonly FileStream _file;
    private readonly string _target;

    private TargetStream(FileStream file, string target) => (_file, _target) = (file, target);

    public static TargetStream Create(string temporary, string target)
    {
        try
        {
            // Nobody else may open it, by which others see that it is in use.
            return new(new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None), target);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw Error(error, temporary, target);
        }
    }

    public override bool CanRead => _file.CanRead;

    public override bool CanSeek => _file.CanSeek;

    public override bool CanWrite => _file.CanWrite;

    public override long Length => _file.Length;

    public override long Position
    {
        get => _file.Position;
        set => Try(value, static (file, position) => file.Position = position);
    }

    /// <summary>The error of a target, without the name of its temporary file.</summary>
    public static Exception Error(Exception error, string temporary, string target)
    {
        string reason = error.Message.Replace($" : '{temporary}'", "", StringComparison.Ordinal);
        if (error is UnauthorizedAccessException)
            return new UnauthorizedAccessException($"'{target}' cannot be written: "
                + (reason.Contains(temporary, StringComparison.Ordinal)
                    ? $"access to the folder '{Path.GetDirectoryName(target)}' is denied." : reason), error);
        return new IOException(
            $"'{target}' could not be written: {reason.Replace(temporary, target, StringComparison.Ordinal)}", error);
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            _file.Write(buffer);
        }
        catch (IOException error)
        {
            throw Error(error, _file.Name, _target);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer) => _file.Read(buffer);

    public override int Read(byte[] buffer, int offset, int count) => _file.Read(buffer, offset, count);

    public override long Seek(long offset, SeekOrigin origin)
    {
        Position = offset + origin switch
        {
            SeekOrigin.Begin => 0,
            SeekOrigin.Current => _file.Position,
            _ => _file.Length,
        };
        return _file.Position;
    }

    public override void SetLength(long value) => Try(value, static (file, length) => file.SetLength(length));

    public override void Flush() => Try(0, static (file, _) => file.Flush());

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Try(0, static (file, _) => file.Dispose());
        base.Dispose(disposing);
    }

    private void Try(long value, Action<FileStream, long> act)
    {
        try
        {
            act(_file, value);
        }
        catch (IOException error)
        {
            throw Error(error, _file.Name, _target);
        }
    }
}
