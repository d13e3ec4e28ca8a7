using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.ML;

namespace SpikeML.Tests.Conformance;

/// <summary>
/// Model files in which every four bytes of a transformer's state are overwritten by an absurd number, with the right checksums:
/// what a faulty or hostile writer makes.
/// </summary>
internal static class DamagedNumbers
{
    private const int MostBytes = 64 << 20;
    // Behind it there are learned numbers and weights, of which some will do.
    private const int FirstBytes = 200, Stride = 211;

    private static readonly int[] Absurd = [0x7FFFFFC7, -1, 0x3FFFFFFF];
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(10);

    /// <summary>Each such file is refused with a <see cref="FormatException"/> or loads, and costs little.</summary>
    public static void Verify(string path)
    {
        MLContext context = new();
        (string Name, byte[] Content)[] parts = Parts(path);
        int tried = 0, refused = 0;
        foreach ((string name, byte[] content, int start, int length) in States(parts))
        {
            for (int at = 0; at <= length - sizeof(int); at += at < FirstBytes ? 1 : Stride)
            {
                foreach (int number in Absurd)
                {
                    byte[] damaged = With(parts, name, Overwrite(content, start, length, at, number));
                    tried++;
                    refused += IsRefused(context, damaged, $"{number} at {at}") ? 1 : 0;
                }
            }
        }
        Assert.True(tried > 0, "The file has no state of ours.");
        Assert.True(refused > 0, "No file was refused.");
    }

    private static bool IsRefused(MLContext context, byte[] file, string what)
    {
        long before = GC.GetAllocatedBytesForCurrentThread(), start = Environment.TickCount64;
        Exception? error = Record.Exception(() => context.Model.Load(new MemoryStream(file), out _));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
        Assert.True(Environment.TickCount64 - start < Hang.TotalMilliseconds, $"Loading hangs: {what}.");
        for (Exception? cause = error; cause is not null; cause = cause.InnerException)
        {
            if (cause is FormatException)
                return true;
        }
        Assert.True(error is null, $"{what}: {error}");
        return false;
    }

    /// <summary>The ranges of parts that follow their length and precede their SHA-256.</summary>
    private static IEnumerable<(string Name, byte[] Content, int Start, int Length)> States((string, byte[])[] parts)
    {
        foreach ((string name, byte[] content) in parts)
        {
            for (int at = 0; at < content.Length - sizeof(int) - SHA256.HashSizeInBytes; at++)
            {
                int length = BinaryPrimitives.ReadInt32LittleEndian(content.AsSpan(at)), start = at + sizeof(int);
                if (length <= 0 || length > content.Length - start - SHA256.HashSizeInBytes || !IsState(content, start, length))
                    continue;
                yield return (name, content, start, length);
                at = start + length + SHA256.HashSizeInBytes - 1;
            }
        }
    }

    private static bool IsState(byte[] content, int start, int length) => SHA256.HashData(content.AsSpan(start, length)).AsSpan()
        .SequenceEqual(content.AsSpan(start + length, SHA256.HashSizeInBytes));

    private static byte[] Overwrite(byte[] content, int start, int length, int at, int number)
    {
        byte[] damaged = [.. content];
        BinaryPrimitives.WriteInt32LittleEndian(damaged.AsSpan(start + at), number);
        SHA256.HashData(damaged.AsSpan(start, length)).CopyTo(damaged, start + length);
        return damaged;
    }

    /// <summary>A file made of these parts, one of them with other content.</summary>
    private static byte[] With((string, byte[])[] parts, string changed, byte[] content)
    {
        using MemoryStream file = new();
        using (ZipArchive zip = new(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] bytes) in parts)
            {
                using Stream part = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                part.Write(name == changed ? content : bytes);
            }
        }
        return file.ToArray();
    }

    private static (string Name, byte[] Content)[] Parts(string path)
    {
        using ZipArchive zip = ZipFile.OpenRead(path);
        return [.. zip.Entries.Select(entry =>
        {
            byte[] content = new byte[entry.Length];
            using Stream stream = entry.Open();
            stream.ReadExactly(content);
            return (entry.FullName, content);
        })];
    }
}
