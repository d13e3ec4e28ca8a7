using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SpikeML;

/// <summary>
/// What stands before the values of a <c>.npy</c> file, version 1.0 and 2.0: their type in NumPy's letters, and the dimensions.
/// </summary>
internal sealed partial record NpyHeader(string Type, ImmutableArray<long> Shape)
{
    private const int Length = 128;
    private static readonly byte[] Magic = [0x93, .. "NUMPY"u8];

    public static NpyHeader OfSingles(IEnumerable<int> shape) => new("<f4", [.. shape.Select(dimension => (long)dimension)]);

    /// <summary>A header of at least a length, so that it can be written anew, with the number of rows, at the end.</summary>
    public byte[] ToBytes(int leastLength = Length)
    {
        string dimensions = Shape.Length == 1 ? $"{Shape[0]}," : string.Join(", ", Shape);
        string text = $"{{'descr': '{Type}', 'fortran_order': False, 'shape': ({dimensions}), }}";
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

    /// <summary>Reads a header; the values follow in the stream.</summary>
    /// <exception cref="FormatException">It is no such file, cut off, or in column-major order.</exception>
    public static NpyHeader Read(Stream stream)
    {
        string text = ReadText(stream);
        if (Field(text, OrderField()) != "False")
            throw new FormatException("The array is in column-major order: save numpy.ascontiguousarray(array).");
        return new NpyHeader(Field(text, TypeField()), [.. Field(text, ShapeField())
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(dimension => long.TryParse(dimension, NumberStyles.None, CultureInfo.InvariantCulture, out long value) ? value : throw Damaged($"dimension '{dimension}'"))]);
    }

    public static FormatException Damaged(string what) => new($"The .npy file is damaged or cut off at its {what}.");

    private static string ReadText(Stream stream)
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

    private static byte[] Exactly(Stream stream, int length, string what)
    {
        byte[] bytes = new byte[length];
        return stream.ReadAtLeast(bytes, length, throwOnEndOfStream: false) == length ? bytes : throw Damaged(what);
    }

    private static string Field(string header, Regex field) =>
        field.Match(header) is { Success: true } match ? match.Groups[1].Value : throw Damaged("header");

    [GeneratedRegex(@"'descr'\s*:\s*'([^']*)'")]
    private static partial Regex TypeField();

    [GeneratedRegex(@"'fortran_order'\s*:\s*(\w+)")]
    private static partial Regex OrderField();

    [GeneratedRegex(@"'shape'\s*:\s*\(([^)]*)\)")]
    private static partial Regex ShapeField();
}
