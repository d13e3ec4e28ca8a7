using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace SpikeML;

/// <summary>
/// NumPy's <c>.npy</c> files, version 1.0 and 2.0: written as single precision, read from the common number types.
/// </summary>
public static class NpyFile
{
    /// <summary>Writes an array.</summary>
    /// <param name="stream">Receives the file's content.</param>
    /// <param name="values">The values in row-major order.</param>
    /// <param name="shape">The dimensions, whose product is the number of values.</param>
    /// <exception cref="ArgumentException">The dimensions do not fit the number of values.</exception>
    public static void Write(Stream stream, ReadOnlySpan<float> values, params ReadOnlySpan<int> shape)
    {
        ArgumentNullException.ThrowIfNull(stream);
        long count = 1;
        foreach (int dimension in shape)
            count = checked(count * dimension);
        if (count != values.Length)
            throw new ArgumentException($"{values.Length} values have no dimensions [{string.Join(", ", shape.ToArray())}].", nameof(shape));
        stream.Write(NpyHeader.OfSingles([.. shape]).ToBytes());
        WriteValues(stream, values);
    }

    /// <summary>Reads an array in row-major order of Boolean, integers, single or double precision.</summary>
    /// <param name="stream">The file's content.</param>
    /// <exception cref="FormatException">It is no such file, or cut off.</exception>
    public static NpyArray Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        NpyHeader header = NpyHeader.Read(stream);
        long count = header.Shape.Aggregate(1L, (product, dimension) => dimension == 0 || product == 0 ? 0 : Math.Min(product, long.MaxValue / dimension) * dimension);
        if (count > Array.MaxLength / 8 || header.Shape.Any(dimension => dimension > int.MaxValue))
            throw new FormatException($"An array of [{string.Join(", ", header.Shape)}] is too large to read at once.");
        return new NpyArray(ReadValues(stream, header.Type, (int)count), [.. header.Shape.Select(dimension => (int)dimension)]);
    }

    internal static void WriteValues(Stream stream, ReadOnlySpan<float> values)
    {
        if (BitConverter.IsLittleEndian)
        {
            stream.Write(MemoryMarshal.AsBytes(values));
            return;
        }
        Span<byte> bytes = stackalloc byte[sizeof(float)];
        foreach (float value in values)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes, value);
            stream.Write(bytes);
        }
    }

    private static float[] ReadValues(Stream stream, string type, int count)
    {
        (int size, ReadValue read) = Reader(type);
        float[] values = new float[count];
        // Piece by piece, so that a damaged dimension asks for no more memory than its values.
        byte[] piece = new byte[size * Math.Clamp(count, 1, 4096)];
        for (int done = 0; done < count;)
        {
            int length = Math.Min(count - done, 4096) * size;
            if (stream.ReadAtLeast(piece.AsSpan(0, length), length, throwOnEndOfStream: false) < length)
                throw NpyHeader.Damaged("values");
            for (int at = 0; at < length; at += size)
                values[done++] = read(piece.AsSpan(at, size));
        }
        return values;
    }

    private static (int Size, ReadValue Read) Reader(string type) => type switch
    {
        "<f4" => (4, bytes => BinaryPrimitives.ReadSingleLittleEndian(bytes)),
        "<f8" => (8, bytes => (float)BinaryPrimitives.ReadDoubleLittleEndian(bytes)),
        "|u1" or "|b1" => (1, bytes => bytes[0]),
        "|i1" => (1, bytes => (sbyte)bytes[0]),
        "<i2" => (2, bytes => BinaryPrimitives.ReadInt16LittleEndian(bytes)),
        "<u2" => (2, bytes => BinaryPrimitives.ReadUInt16LittleEndian(bytes)),
        "<i4" => (4, bytes => BinaryPrimitives.ReadInt32LittleEndian(bytes)),
        "<i8" => (8, bytes => BinaryPrimitives.ReadInt64LittleEndian(bytes)),
        _ => throw new FormatException($"Values of NumPy's type '{type}' cannot be read: save array.astype('float32')."),
    };

    private delegate float ReadValue(ReadOnlySpan<byte> bytes);
}
