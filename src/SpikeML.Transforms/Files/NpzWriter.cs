using System.IO.Compression;

namespace SpikeML;

/// <summary>Writes arrays into a <c>.npz</c> file, one after another; equal arrays give equal files.</summary>
/// <param name="stream">Receives the file's content, and stays open.</param>
/// <param name="compression">How much arrays are compressed.</param>
internal sealed class NpzWriter(Stream stream, CompressionLevel compression) : IDisposable
{
    public const string Extension = ".npy";

    // Zip files carry times; NumPy's own carry this one.
    private static readonly DateTimeOffset Dated = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly ZipArchive _zip = new(stream, ZipArchiveMode.Create, leaveOpen: true);

    /// <summary>Begins an array, which ends before the next one begins.</summary>
    public NpyWriter Begin(string name, NpyType type, params ReadOnlySpan<long> shape)
    {
        ZipArchiveEntry entry = _zip.CreateEntry(name + Extension, compression);
        entry.LastWriteTime = Dated;
        return new NpyWriter(new ChunkStream(entry.Open()), type, shape);
    }

    public void Write<T>(string name, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        using NpyWriter writer = Begin(name, NpyType.Of<T>(), values.Length);
        writer.Write(values);
        writer.Finish();
    }

    public void Write(string name, NpyArray array)
    {
        using NpyWriter writer = Begin(name, array.Type, NpyShape.Long(array.Shape.AsSpan()));
        array.WriteTo(writer);
        writer.Finish();
    }

    public void Dispose() => _zip.Dispose();
}
