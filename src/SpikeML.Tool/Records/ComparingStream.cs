namespace SpikeML.Tool.Records;

/// <summary>Compares what is written with the content of a file.</summary>
internal sealed class ComparingStream(Stream expected) : WriteOnlyStream
{
    private bool _isDifferent;
    private byte[] _read = [];

    /// <summary>Whether exactly the content of the file was written.</summary>
    public bool IsEqual => !_isDifferent && expected.Position == expected.Length;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_isDifferent)
            return;
        if (_read.Length < buffer.Length)
            _read = new byte[buffer.Length];
        int read = expected.ReadAtLeast(_read.AsSpan(0, buffer.Length), buffer.Length, throwOnEndOfStream: false);
        _isDifferent = !buffer.SequenceEqual(_read.AsSpan(0, read));
    }

    public override void Flush()
    {
    }
}
