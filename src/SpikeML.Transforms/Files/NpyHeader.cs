using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace SpikeML;

/// <summary>The header of a <c>.npy</c> file of version 1.0, 2.0 or 3.0.</summary>
/// <param name="Type">The type of the elements.</param>
/// <param name="IsFortranOrder">Whether the first index varies fastest (column-major order).</param>
/// <param name="Shape">The dimensions; empty for a scalar.</param>
internal sealed record NpyHeader(NpyType Type, bool IsFortranOrder, ImmutableArray<long> Shape)
{
    private const int UsualLength = 128, Alignment = 64, LongestText = 1 << 20;

    public static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>The number of elements.</summary>
    /// <exception cref="FormatException">The number is larger than any file can hold.</exception>
    public long Count
    {
        get
        {
            if (Shape.Contains(0))
                return 0;
            Int128 count = 1;
            foreach (long dimension in Shape)
                count = count * dimension <= long.MaxValue ? count * dimension
                    : throw new FormatException($"the dimensions {ShapeText} are too large");
            return (long)count;
        }
    }

    public string ShapeText => $"[{string.Join(", ", Shape)}]";

    /// <summary>A header with a minimum length, so it can be overwritten later with another number of rows.</summary>
    public byte[] ToBytes(int leastLength = UsualLength)
    {
        string dimensions = Shape.Length == 1 ? $"{Shape[0]}," : string.Join(", ", Shape);
        string order = IsFortranOrder ? "True" : "False";
        byte[] text = Encoding.UTF8.GetBytes(
            $"{{'descr': {Type.Description}, 'fortran_order': {order}, 'shape': ({dimensions}), }}");
        // Version 1.0 stores the length of the text in two bytes, 2.0 in four; 3.0 also allows names beyond Latin-1.
        int version = !Ascii.IsValid(text) ? 3 : text.Length < ushort.MaxValue - Alignment && leastLength < ushort.MaxValue
            ? 1 : 2;
        int start = Magic.Length + 2 + (version == 1 ? sizeof(ushort) : sizeof(uint));
        byte[] header = new byte[Math.Max(leastLength, (start + text.Length + 1 + Alignment - 1) / Alignment * Alignment)];
        Magic.CopyTo(header);
        header[Magic.Length] = (byte)version;
        if (version == 1)
            BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(Magic.Length + 2), (ushort)(header.Length - start));
        else
            BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(Magic.Length + 2), (uint)(header.Length - start));
        header.AsSpan(start).Fill((byte)' ');
        text.CopyTo(header, start);
        header[^1] = (byte)'\n';
        return header;
    }

    /// <summary>Reads a header; the values follow in the stream.</summary>
    /// <exception cref="FormatException">It is not a valid header; the message is the second half of a sentence.</exception>
    public static NpyHeader Read(Stream stream)
    {
        if (PythonLiteral.Parse(ReadText(stream)) is not Dictionary<string, object> entries
            || !entries.TryGetValue("descr", out object? type)
            || !entries.TryGetValue("fortran_order", out object? order) || order is not bool isFortranOrder
            || !entries.TryGetValue("shape", out object? shape) || shape is not object[] dimensions)
            throw new FormatException("the header cannot be understood");
        return new NpyHeader(NpyType.Parse(type), isFortranOrder, [.. dimensions.Select(Dimension)]);
    }

    private static long Dimension(object dimension) => dimension is long and >= 0
        ? (long)dimension
        : throw new FormatException(string.Create(CultureInfo.InvariantCulture,
            $"its dimension '{dimension}' is not a number of 0 or more"));

    private static string ReadText(Stream stream)
    {
        byte[] start = Exactly(stream, Magic.Length + 2);
        if (!start.AsSpan().StartsWith(Magic))
            throw new FormatException("it does not begin like a NumPy array");
        long length = start[Magic.Length] switch
        {
            1 => BinaryPrimitives.ReadUInt16LittleEndian(Exactly(stream, sizeof(ushort))),
            2 or 3 => BinaryPrimitives.ReadUInt32LittleEndian(Exactly(stream, sizeof(uint))),
            byte version => throw new FormatException(
                $"its version is {version}.{start[Magic.Length + 1]}, and only 1.0, 2.0 and 3.0 are known"),
        };
        if (length > LongestText)
            throw new FormatException($"its header of {length} bytes is too long");
        byte[] text = Exactly(stream, (int)length);
        return (start[Magic.Length] == 3 ? Encoding.UTF8 : Encoding.Latin1).GetString(text);
    }

    private static byte[] Exactly(Stream stream, int length)
    {
        byte[] bytes = new byte[length];
        return stream.ReadAtLeast(bytes, length, throwOnEndOfStream: false) == length
            ? bytes
            : throw new FormatException("it ends within its header");
    }
}
