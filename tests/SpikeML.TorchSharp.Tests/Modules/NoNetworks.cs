using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace SpikeML.Torch.Tests.Modules;

/// <summary>Model files whose module has another type. This public class is itself no module, which a file may name.</summary>
public sealed class NoNetworks
{
    /// <summary>The file with a part of the type's name replaced by one of the same length, and the right checksum.</summary>
    public static byte[] Replace(byte[] file, string part, string replacement)
    {
        Assert.Equal(part.Length, replacement.Length);
        using MemoryStream changed = new();
        int replaced = 0;
        using (ZipArchive from = new(new MemoryStream(file)), to = new(changed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (ZipArchiveEntry entry in from.Entries)
            {
                using Stream source = entry.Open(), target = to.CreateEntry(entry.FullName).Open();
                using MemoryStream content = new();
                source.CopyTo(content);
                byte[] bytes = content.ToArray();
                replaced += Replace(bytes, Encoding.UTF8.GetBytes(part), Encoding.UTF8.GetBytes(replacement)) ? 1 : 0;
                target.Write(bytes);
            }
        }
        Assert.Equal(1, replaced);
        return changed.ToArray();
    }

    /// <summary>The state is a length, so many bytes, and their SHA-256.</summary>
    private static bool Replace(Span<byte> bytes, byte[] part, byte[] replacement)
    {
        int at = bytes.IndexOf(part);
        for (int start = sizeof(int); at >= 0 && start <= at; start++)
        {
            int length = BinaryPrimitives.ReadInt32LittleEndian(bytes[(start - sizeof(int))..]);
            if (length <= at - start || length > bytes.Length - start - SHA256.HashSizeInBytes)
                continue;
            Span<byte> hash = bytes.Slice(start + length, SHA256.HashSizeInBytes);
            if (!SHA256.HashData(bytes.Slice(start, length)).AsSpan().SequenceEqual(hash))
                continue;
            replacement.CopyTo(bytes[at..]);
            SHA256.HashData(bytes.Slice(start, length)).CopyTo(hash);
            return true;
        }
        return false;
    }
}
