using System.Runtime.InteropServices;

namespace SpikeML;

/// <summary>Reads an array piece by piece, so it never has to be entirely in memory.</summary>
internal sealed class NpyReader : IDisposable
{
    // The initial allocation for an array if the stream does not report its length.
    private const int FirstValues = 1 << 16, PieceLength = 1 << 16;

    private readonly Stream _stream;
    private readonly string _what;

    /// <param name="stream">A stream positioned at the header.</param>
    /// <param name="what">The name of the array in error messages, such as "The array 'spikes' of 'a.npz'".</param>
    /// <exception cref="FormatException">It is not an array, or it is an array of Python objects.</exception>
    public NpyReader(Stream stream, string what)
    {
        (_stream, _what) = (stream, what);
        try
        {
            Header = NpyHeader.Read(stream);
            Count = Header.Count;
        }
        catch (Exception error) when (error is FormatException or InvalidDataException)
        {
            throw new FormatException($"{what} is damaged, or is not a .npy file: {error.Message.TrimEnd('.')}.", error);
        }
        if (Header.Type.HasObjects)
            throw Error("holds Python objects (NumPy's type 'O', a pickle), which only Python can read: save numbers, such as "
                + "array.astype('float32')");
    }

    public NpyHeader Header { get; }

    /// <summary>The number of values.</summary>
    public long Count { get; }

    /// <summary>Reads the next values in the array's own type; numbers are converted to this machine's byte order.</summary>
    /// <exception cref="FormatException">The file ends too early.</exception>
    public void Read<T>(Span<T> values)
        where T : unmanaged
    {
        Span<byte> bytes = MemoryMarshal.AsBytes(values);
        ReadBytes(bytes);
        if (Header.Type.IsBigEndian == BitConverter.IsLittleEndian)
            NpyBytes.Reverse(bytes, Header.Type.Size);
        if (typeof(T) == typeof(bool))
            foreach (ref byte value in bytes)
                value = value == 0 ? (byte)0 : (byte)1;
    }

    /// <exception cref="FormatException">The file ends too early.</exception>
    public void ReadBytes(Span<byte> bytes)
    {
        if (ReadSome(bytes) < bytes.Length)
            throw EndsEarly();
    }

    /// <summary>Reads bytes until the span is full or the content ends.</summary>
    /// <returns>The number of bytes.</returns>
    public int ReadSome(Span<byte> bytes)
    {
        try
        {
            return _stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException error)
        {
            throw Error($"is damaged: {error.Message.TrimEnd('.')}", error);
        }
    }

    /// <summary>
    /// Reads all values. Memory is only allocated for values that are actually in the file, whatever its header says.
    /// </summary>
    /// <exception cref="FormatException">The file ends too early, or the values do not fit in an array.</exception>
    public T[] ReadAll<T>()
        where T : unmanaged => ReadGrowing<T>(FirstLength(), (int)Count, Read);

    /// <summary>Reads a number of values. Memory is only allocated for values that are actually in the file.</summary>
    /// <exception cref="FormatException">The file ends too early.</exception>
    public T[] ReadNext<T>(int count)
        where T : unmanaged => ReadNext<T>(count, Read);

    /// <summary>Same, with a reader that may convert the values.</summary>
    public static T[] ReadNext<T>(int count, Action<Span<T>> read)
        where T : unmanaged => ReadGrowing(Math.Min(count, FirstValues), count, read);

    private static T[] ReadGrowing<T>(int firstLength, int count, Action<Span<T>> read)
        where T : unmanaged
    {
        T[] values = new T[firstLength];
        for (int done = 0; done < count;)
        {
            if (done == values.Length)
                Array.Resize(ref values, (int)Math.Min(count, 2L * done));
            read(values.AsSpan(done));
            done = values.Length;
        }
        return values;
    }

    /// <summary>Copies all values to an array of the same type.</summary>
    /// <exception cref="FormatException">The file ends too early.</exception>
    public void CopyTo(NpyWriter writer, CancellationToken cancellation)
    {
        byte[] piece = new byte[PieceLength];
        for (Int128 rest = (Int128)Count * Header.Type.Size; rest > 0; rest -= piece.Length)
        {
            cancellation.ThrowIfCancellationRequested();
            Span<byte> part = piece.AsSpan(0, (int)Int128.Min(rest, piece.Length));
            ReadBytes(part);
            writer.WriteBytes(part);
        }
        Finish();
    }

    /// <summary>Skips values.</summary>
    /// <exception cref="FormatException">The file ends too early.</exception>
    public void Skip(long count, CancellationToken cancellation)
    {
        byte[] piece = new byte[PieceLength];
        for (Int128 rest = (Int128)count * Header.Type.Size; rest > 0; rest -= piece.Length)
        {
            cancellation.ThrowIfCancellationRequested();
            ReadBytes(piece.AsSpan(0, (int)Int128.Min(rest, piece.Length)));
        }
    }

    /// <summary>The number of values that may be allocated before they are read.</summary>
    public int FirstLength()
    {
        if (Count > Array.MaxLength)
            throw Error($"is too large to be read at once, with dimensions {Header.ShapeText}");
        if (!_stream.CanSeek)
            return (int)Math.Min(Count, FirstValues);
        return (Int128)Count * Header.Type.Size <= _stream.Length - _stream.Position ? (int)Count : throw EndsEarly();
    }

    /// <summary>Finishes reading a member of a zip file: anything after the values is read for the checksum.</summary>
    /// <exception cref="FormatException">The member is damaged.</exception>
    public void Finish()
    {
        if (_stream is not NpzMemberStream)
            return;
        Span<byte> rest = stackalloc byte[4096];
        while (ReadSome(rest) > 0)
        {
        }
    }

    public FormatException Error(string problem, Exception? cause = null) => new($"{_what} {problem}.", cause);

    public void Dispose() => _stream.Dispose();

    public FormatException EndsEarly() =>
        Error($"is damaged or cut off: it ends before the last of its values, which have the dimensions {Header.ShapeText}");
}
