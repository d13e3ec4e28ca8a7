using System.Security.Cryptography;
using System.Text;
using Microsoft.ML;

namespace SpikeML.Fuzzing;

/// <summary>
/// What transformers save: the payload is the input's, after a byte for the code and one for the format, and its length and
/// checksum are right, so that the fuzzer gets past them.
/// </summary>
internal static class ModelTarget
{
    private static readonly MLContext Context = new();

    public static void Read(byte[] input)
    {
        if (input is not [byte code, byte format, .. byte[] payload])
            throw new FormatException("No code and format.");
        SpikeCodeEntry? entry = SpikeCodes.All.ElementAtOrDefault(code % (SpikeCodes.All.Length + 1));
        using MemoryStream file = File(entry, ModelFormat.First + format % 3u, payload);
        using BinaryReader reader = new(file);
        using ModelLoadContext context = new(reader, Context);
        if (entry is null)
            SpikeStreamTransformer.Create(Context, context);
        else
            SpikeModels.Load(Context, context, SpikeCodes.All);
    }

    private static MemoryStream File(SpikeCodeEntry? entry, uint format, byte[] payload)
    {
        MemoryStream file = new();
        using BinaryWriter writer = new(file, Encoding.UTF8, leaveOpen: true);
        using ModelSaveContext context = new(writer);
        context.SetVersionInfo(Version(entry, format));
        writer.Write(payload.Length);
        writer.Write(payload);
        writer.Write(SHA256.HashData(payload));
        context.Done();
        file.Position = 0;
        return file;
    }

    private static VersionInfo Version(SpikeCodeEntry? entry, uint format)
    {
        VersionInfo own = entry?.VersionOf(format) ?? SpikeStreamTransformer.Version;
        string signature = Encoding.ASCII.GetString(BitConverter.GetBytes(own.ModelSignature));
        return new(signature, format, format, ModelFormat.First, own.LoaderAssemblyName, own.LoaderSignature);
    }
}
