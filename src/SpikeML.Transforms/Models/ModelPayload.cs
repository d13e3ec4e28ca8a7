using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>
/// The layout of a transformer's state in a model file: its length, its bytes and their SHA-256, so a damaged file is rejected
/// instead of loading as a different transformer.
/// </summary>
internal static class ModelPayload
{
    /// <summary>Room for eight million fitted ranges; a larger, damaged length is rejected before memory is allocated.</summary>
    private const int LongestPayload = 1 << 27;

    /// <param name="context">The model file.</param>
    /// <param name="write">Writes the bytes of the object.</param>
    /// <param name="longest">The maximum number of bytes, the same as for <see cref="Load"/>.</param>
    /// <param name="format">The format of the file.</param>
    public static void Save(ModelSaveContext context, Action<BinaryWriter> write, int longest = LongestPayload,
        uint format = ModelFormat.Third)
    {
        using MemoryStream payload = new();
        using (CodeWriter writer = new(payload, format))
            write(writer);
        byte[] bytes = payload.ToArray();
        if (bytes.Length > longest)
            throw Contracts.Except($"The transformer's state has {bytes.Length} bytes; a model file holds at most {longest}.");
        context.Writer.Write(bytes.Length);
        context.Writer.Write(bytes);
        context.Writer.Write(SHA256.HashData(bytes));
    }

    /// <param name="host">The host that is named in errors.</param>
    /// <param name="context">The model file.</param>
    /// <param name="read">Creates the object from its bytes.</param>
    /// <param name="what">What the bytes represent, for error messages.</param>
    /// <param name="longest">The maximum number of bytes.</param>
    public static T Load<T>(IExceptionContext host, ModelLoadContext context, Func<CodeReader, T> read,
        string what = "spike encoder", int longest = LongestPayload)
    {
        try
        {
            int length = context.Reader.ReadInt32();
            if (length < 0 || length > longest)
                throw Damaged(host, what, null);
            byte[] bytes = ReadBytes(context.Reader, length);
            byte[] hash = context.Reader.ReadBytes(SHA256.HashSizeInBytes);
            if (bytes.Length != length || !SHA256.HashData(bytes).AsSpan().SequenceEqual(hash))
                throw Damaged(host, what, null);
            using CodeReader reader = new(new MemoryStream(bytes), context.Header.ModelVerWritten);
            return read(reader);
        }
        catch (Exception error) when (error is IOException or ArgumentException or OverflowException or InvalidOperationException)
        {
            throw Damaged(host, what, error);
        }
    }

    /// <summary>Reads piece by piece, so a damaged length never allocates more memory than there are bytes.</summary>
    private static byte[] ReadBytes(BinaryReader reader, int length)
    {
        const int Piece = 1 << 16;
        using MemoryStream bytes = new();
        while (bytes.Length < length)
        {
            byte[] piece = reader.ReadBytes((int)Math.Min(Piece, length - bytes.Length));
            if (piece.Length == 0)
                break;
            bytes.Write(piece);
        }
        return bytes.ToArray();
    }

    public static void WriteColumns(this BinaryWriter writer, (string outputColumnName, string inputColumnName)[] columns)
    {
        writer.Write(columns.Length);
        foreach ((string outputColumnName, string inputColumnName) in columns)
        {
            writer.Write(outputColumnName);
            writer.Write(inputColumnName);
        }
    }

    public static (string outputColumnName, string inputColumnName)[] ReadColumns(this BinaryReader reader)
    {
        // Two names take at least two bytes.
        int count = reader.ReadCount(2);
        var columns = count > 0 ? new (string, string)[count] : throw new EndOfStreamException();
        foreach (ref (string Output, string Input) pair in columns.AsSpan())
            pair = (reader.ReadString(), reader.ReadString());
        return columns;
    }

    /// <summary>
    /// Reads the number of the following items, given their minimum size in bytes, so a damaged number does not allocate memory.
    /// </summary>
    public static int ReadCount(this BinaryReader reader, int bytesEach)
    {
        int count = reader.ReadInt32();
        reader.CheckRoom(count, bytesEach);
        return count;
    }

    /// <summary>Throws unless that many items of a minimum size in bytes can follow.</summary>
    public static void CheckRoom(this BinaryReader reader, long count, int bytesEach)
    {
        if (count < 0 || count > (reader.BaseStream.Length - reader.BaseStream.Position) / bytesEach)
            throw new EndOfStreamException();
    }

    public static void WriteDimensions(this BinaryWriter writer, ImmutableArray<int> dimensions)
    {
        writer.Write(dimensions.Length);
        foreach (int dimension in dimensions)
            writer.Write(dimension);
    }

    /// <summary>Reads dimensions of at least 1 whose product fits in an array.</summary>
    public static ImmutableArray<int> ReadDimensions(this BinaryReader reader)
    {
        int[] dimensions = new int[reader.ReadCount(sizeof(int))];
        foreach (ref int dimension in dimensions.AsSpan())
            dimension = reader.ReadInt32();
        return dimensions.All(dimension => dimension > 0) && Dimensions.Product(dimensions) <= Array.MaxLength
            ? [.. dimensions] : throw new EndOfStreamException();
    }

    /// <summary>Reads a value of an enumeration.</summary>
    public static T ReadByteEnum<T>(this BinaryReader reader)
        where T : struct, Enum
    {
        T value = (T)Enum.ToObject(typeof(T), reader.ReadByte());
        return Enum.IsDefined(value) ? value : throw new EndOfStreamException();
    }

    /// <summary>Whether anything follows; formats are extended at the end.</summary>
    public static bool HasMore(this BinaryReader reader) => reader.BaseStream.Position < reader.BaseStream.Length;

    public static void WriteColumnName(this BinaryWriter writer, string? name) => writer.Write(name ?? "");

    public static string? ReadColumnName(this BinaryReader reader) => reader.ReadString() is { Length: > 0 } name ? name : null;

    public static void WriteNullable(this BinaryWriter writer, double? value) => writer.Write(value ?? double.NaN);

    public static double? ReadNullableDouble(this BinaryReader reader) =>
        reader.ReadDouble() is var value && double.IsNaN(value) ? null : value;

    public static void Write(this BinaryWriter writer, ReadOnlySpan<float> values)
    {
        writer.Write(values.Length);
        foreach (float value in values)
            writer.Write(value);
    }

    public static float[] ReadSingles(this BinaryReader reader)
    {
        float[] values = new float[reader.ReadCount(sizeof(float))];
        foreach (ref float value in values.AsSpan())
            value = reader.ReadSingle();
        return values;
    }

    public static void WriteNullable(this BinaryWriter writer, int? value)
    {
        writer.Write(value is not null);
        writer.Write(value ?? 0);
    }

    public static int? ReadNullableInt32(this BinaryReader reader)
    {
        bool present = reader.ReadBoolean();
        int value = reader.ReadInt32();
        return present ? value : null;
    }

    private static Exception Damaged(IExceptionContext host, string what, Exception? error) =>
        host.ExceptDecode(error, $"The {what}'s part of the model file is damaged: save the model again.");
}
