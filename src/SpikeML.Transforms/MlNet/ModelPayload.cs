using System.Security.Cryptography;
using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>
/// How a transformer's state lies in a model file: its length, its bytes and their SHA-256, so that a damaged file is refused
/// instead of loading as another transformer.
/// </summary>
internal static class ModelPayload
{
    /// <summary>More than any encoder needs; a damaged length is refused before memory is asked for.</summary>
    private const int LongestPayload = 1 << 20;

    public static void Save(ModelSaveContext context, Action<BinaryWriter> write)
    {
        using MemoryStream payload = new();
        using (BinaryWriter writer = new(payload))
            write(writer);
        byte[] bytes = payload.ToArray();
        context.Writer.Write(bytes.Length);
        context.Writer.Write(bytes);
        context.Writer.Write(SHA256.HashData(bytes));
    }

    /// <param name="host">The host that errors name.</param>
    /// <param name="context">The model file.</param>
    /// <param name="read">Makes the object from its bytes.</param>
    /// <param name="what">What the bytes are of, for the errors.</param>
    /// <param name="longest">More bytes than there can be.</param>
    public static T Load<T>(IExceptionContext host, ModelLoadContext context, Func<BinaryReader, T> read,
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
            using BinaryReader reader = new(new MemoryStream(bytes));
            return read(reader);
        }
        catch (Exception error) when (error is EndOfStreamException or ArgumentException or IOException)
        {
            throw Damaged(host, what, error);
        }
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

    /// <summary>Reads piece by piece, so that no memory is asked for that the file has no bytes for.</summary>
    private static byte[] ReadBytes(BinaryReader reader, int length)
    {
        using MemoryStream bytes = new();
        for (int left = length; left > 0;)
        {
            byte[] piece = reader.ReadBytes(Math.Min(left, LongestPayload));
            if (piece.Length == 0)
                break;
            bytes.Write(piece);
            left -= piece.Length;
        }
        return bytes.ToArray();
    }

    private static Exception Damaged(IExceptionContext host, string what, Exception? error)
    {
        string message = $"The {what}'s part of the model file is damaged: save the model again.";
        return error is null ? host.ExceptDecode(message) : host.ExceptDecode(error, message);
    }
}
