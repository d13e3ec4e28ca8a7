namespace SpikeML.Tool.Records;

/// <summary>Compares what is written with the content of a file.</summary>
internal sealed class ComparingStream(Stream expected) : Stream
{
    private bool _isDifferent;
    private byte[] _read = [];

    /// <summary>Whether exactly the content of the file was written.</summary>
    public bool IsEqual => !_isDifferent && expected.Position == expected.Length;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_isDifferent)
            return;
        if (_read.Length < buffer.Length)
            _read = new byte[buffer.Length];
        int read = expected.ReadAtLeast(_read.AsSpan(0, buffer.Length), buffer.Length, throwOnEndOfStream: false);
        _isDifferent = !buffer.SequenceEqual(_read.AsSpan(0, read));
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
