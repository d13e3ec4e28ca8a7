using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace SpikeML;

/// <summary>NumPy's <c>.npy</c> files, version 1.0 and 2.0: written as single precision, read from the common number types.</summary>
public static partial class NpyFile
{
    private const int HeaderLength = 128;
    private static readonly byte[] Magic = [0x93, .. "NUMPY"u8];

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
        stream.Write(Header([.. shape]));
        WriteValues(stream, values);
    }

    /// <summary>Reads an array in row-major order of Boolean, integers, single or double precision.</summary>
    /// <param name="stream">The file's content.</param>
    /// <exception cref="FormatException">It is no such file, or cut off.</exception>
    public static NpyArray Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        string header = ReadHeader(stream);
        string type = HeaderField(header, TypeField());
        if (HeaderField(header, OrderField()) != "False")
            throw new FormatException("The array is in column-major order: save numpy.ascontiguousarray(array).");
        ImmutableArray<int> shape = [.. HeaderField(header, ShapeField()).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(dimension => int.TryParse(dimension, NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : throw Damaged($"dimension '{dimension}'"))];
        long count = shape.Aggregate(1L, (product, dimension) => Math.Min(product * dimension, int.MaxValue));
        if (count > Array.MaxLength / 8)
            throw new FormatException($"An array of [{string.Join(", ", shape)}] is too large to read at once.");
        return new NpyArray(ReadValues(stream, type, (int)count), shape);
    }

    /// <summary>A header of at least a length, so that it can be written anew, with the number of rows, at the end.</summary>
    internal static byte[] Header(ImmutableArray<int> shape, int leastLength = HeaderLength)
    {
        string dimensions = shape.Length == 1 ? $"{shape[0]}," : string.Join(", ", shape);
        string text = $"{{'descr': '<f4', 'fortran_order': False, 'shape': ({dimensions}), }}";
        int room = Math.Max(leastLength, (10 + text.Length + 1 + 63) / 64 * 64);
        byte[] header = new byte[room];
        Magic.CopyTo(header, 0);
        header[6] = 1;
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(8), (ushort)(room - 10));
        header.AsSpan(10).Fill((byte)' ');
        Encoding.ASCII.GetBytes(text, header.AsSpan(10));
        header[^1] = (byte)'\n';
        return header;
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

    private static string ReadHeader(Stream stream)
    {
        byte[] start = Exactly(stream, 8, "start");
        if (!start.AsSpan(0, 6).SequenceEqual(Magic))
            throw new FormatException("This is no .npy file: it does not start with NumPy's mark.");
        int length = start[6] switch
        {
            1 => BinaryPrimitives.ReadUInt16LittleEndian(Exactly(stream, 2, "header")),
            2 => (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(Exactly(stream, 4, "header")), int.MaxValue),
            _ => throw new FormatException($".npy files of version {start[6]} cannot be read, only 1 and 2."),
        };
        if (length > 1 << 20)
            throw Damaged("header");
        return Encoding.Latin1.GetString(Exactly(stream, length, "header"));
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
                throw Damaged("values");
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

    private static byte[] Exactly(Stream stream, int length, string what)
    {
        byte[] bytes = new byte[length];
        return stream.ReadAtLeast(bytes, length, throwOnEndOfStream: false) == length ? bytes : throw Damaged(what);
    }

    private static string HeaderField(string header, Regex field) =>
        field.Match(header) is { Success: true } match ? match.Groups[1].Value : throw Damaged("header");

    private static FormatException Damaged(string what) => new($"The .npy file is damaged or cut off at its {what}.");

    [GeneratedRegex(@"'descr'\s*:\s*'([^']*)'")]
    private static partial Regex TypeField();

    [GeneratedRegex(@"'fortran_order'\s*:\s*(\w+)")]
    private static partial Regex OrderField();

    [GeneratedRegex(@"'shape'\s*:\s*\(([^)]*)\)")]
    private static partial Regex ShapeField();
}
