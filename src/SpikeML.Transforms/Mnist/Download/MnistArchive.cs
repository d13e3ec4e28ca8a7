using System.IO.Compression;

namespace SpikeML;

/// <summary>Unpacks an archive of IDX files.</summary>
internal static class MnistArchive
{
    private const int BlockSize = 1 << 16;

    /// <summary>
    /// Writes the archive's IDX files, from any of its folders, next to the archive; existing files that are intact are kept.
    /// </summary>
    public static async Task UnpackAsync(string path, CancellationToken cancellationToken)
    {
        await using FileStream file = File.OpenRead(path);
        using ZipArchive archive = new(file, ZipArchiveMode.Read);
        foreach (ZipArchiveEntry entry in archive.Entries.Where(IsIdx))
        {
            string target = Path.Combine(Path.GetDirectoryName(path)!, entry.Name);
            if (!await IsThereAsync(target, entry, cancellationToken).ConfigureAwait(false))
                await UnpackAsync(entry, target, cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool IsIdx(ZipArchiveEntry entry) => entry.Name.IndexOfAny(['/', '\\', ':']) < 0
        && (entry.Name.EndsWith("-ubyte", StringComparison.Ordinal)
            || entry.Name.EndsWith("-ubyte.gz", StringComparison.Ordinal));

    private static Task<bool> UnpackAsync(ZipArchiveEntry entry, string target, CancellationToken cancellationToken) =>
        FileReplacement.WriteFileAsync(target, async temporary =>
        {
            await using Stream source = entry.Open();
            await using FileStream destination = File.Create(temporary);
            await source.CopyToAsync(destination, cancellationToken).ConfigureAwait(false);
            return true;
        });

    private static async Task<bool> IsThereAsync(string path, ZipArchiveEntry entry, CancellationToken cancellationToken)
    {
        if (!File.Exists(path) || new FileInfo(path).Length != entry.Length)
            return false;
        await using FileStream file = File.OpenRead(path);
        byte[] block = new byte[BlockSize];
        Crc32 checksum = new();
        while (await file.ReadAsync(block, cancellationToken).ConfigureAwait(false) is > 0 and int count)
            checksum.Append(block.AsSpan(0, count));
        return checksum.Value == entry.Crc32;
    }
}
