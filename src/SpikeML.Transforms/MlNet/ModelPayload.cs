using System.Security.Cryptography;
using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>
/// How an encoder's state lies in a model file: its length, its bytes and their SHA-256, so that a damaged file is refused
/// instead of loading as another encoder.
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

    public static T Load<T>(IExceptionContext host, ModelLoadContext context, Func<BinaryReader, T> read)
    {
        try
        {
            int length = context.Reader.ReadInt32();
            if (length is < 0 or > LongestPayload)
                throw Damaged(host, null);
            byte[] bytes = context.Reader.ReadBytes(length);
            byte[] hash = context.Reader.ReadBytes(SHA256.HashSizeInBytes);
            if (bytes.Length != length || !SHA256.HashData(bytes).AsSpan().SequenceEqual(hash))
                throw Damaged(host, null);
            using BinaryReader reader = new(new MemoryStream(bytes));
            return read(reader);
        }
        catch (Exception error) when (error is EndOfStreamException or ArgumentException or IOException)
        {
            throw Damaged(host, error);
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

    private static Exception Damaged(IExceptionContext host, Exception? error) => error is null
        ? host.ExceptDecode("The spike encoder's part of the model file is damaged: save the model again.")
        : host.ExceptDecode(error, "The spike encoder's part of the model file is damaged: save the model again.");
}
