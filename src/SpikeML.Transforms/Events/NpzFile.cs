using System.IO.Compression;

namespace SpikeML;

/// <summary>NumPy's <c>.npz</c> files: several named arrays in a zip file.</summary>
public static class NpzFile
{
    private const string Extension = ".npy";

    /// <summary>Writes arrays.</summary>
    /// <param name="stream">Receives the file's content.</param>
    /// <param name="arrays">The arrays by name.</param>
    /// <param name="compress">Whether to compress, as numpy.savez_compressed; spikes shrink a lot.</param>
    public static void Write(Stream stream, IEnumerable<KeyValuePair<string, NpyArray>> arrays, bool compress = true)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(arrays);
        using ZipArchive zip = new(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach ((string name, NpyArray array) in arrays)
        {
            using Stream entry = zip.CreateEntry(name + Extension, compress ? CompressionLevel.Optimal : CompressionLevel.NoCompression).Open();
            NpyFile.Write(entry, array.Values, array.Shape.AsSpan());
        }
    }

    /// <summary>Reads all arrays, by name.</summary>
    /// <param name="stream">The file's content.</param>
    /// <exception cref="FormatException">It is no such file, or damaged.</exception>
    public static IReadOnlyDictionary<string, NpyArray> Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        try
        {
            using ZipArchive zip = new(stream, ZipArchiveMode.Read, leaveOpen: true);
            Dictionary<string, NpyArray> arrays = [];
            foreach (ZipArchiveEntry entry in zip.Entries.Where(entry => entry.FullName.EndsWith(Extension, StringComparison.Ordinal)))
            {
                using Stream content = entry.Open();
                arrays[entry.FullName[..^Extension.Length]] = NpyFile.Read(content);
            }
            return arrays;
        }
        catch (InvalidDataException error)
        {
            throw new FormatException("This is no .npz file, or a damaged one.", error);
        }
    }
}
