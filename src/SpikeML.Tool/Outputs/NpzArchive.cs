using System.IO.Compression;

namespace SpikeML.Tool.Outputs;

/// <summary>Writes arrays into a <c>.npz</c> file, one after another; equal arrays give equal files.</summary>
internal sealed class NpzArchive(Stream stream) : IDisposable
{
    public const string Extension = ".npy";

    // Zip files carry times; NumPy's own carry this one.
    private static readonly DateTimeOffset Dated = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly ZipArchive _zip = new(stream, ZipArchiveMode.Create, leaveOpen: true);

    /// <summary>Begins an array, whose values are then written to the stream.</summary>
    public Stream Begin(string name, string type, params ReadOnlySpan<long> shape)
    {
        ZipArchiveEntry entry = _zip.CreateEntry(name + Extension, CompressionLevel.Fastest);
        entry.LastWriteTime = Dated;
        ChunkStream content = new(entry.Open());
        content.Write(new NpyHeader(type, [.. shape]).ToBytes());
        return content;
    }

    public void Write(string name, string type, ReadOnlySpan<byte> values, params ReadOnlySpan<long> shape)
    {
        using Stream content = Begin(name, type, shape);
        content.Write(values);
    }

    public void Dispose() => _zip.Dispose();
}
