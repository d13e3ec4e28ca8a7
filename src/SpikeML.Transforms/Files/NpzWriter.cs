namespace SpikeML;

/// <summary>Writes arrays to a <c>.npz</c> file, one after another; equal arrays give byte-for-byte identical files.</summary>
/// <param name="stream">Receives the content of the file; it stays open.</param>
/// <param name="compression">How to compress the arrays.</param>
/// <param name="workers">The workers that compress, or null to use the caller's thread.</param>
internal sealed class NpzWriter(Stream stream, Compression compression, Workers? workers = null) : IDisposable
{
    public const string Extension = ".npy";

    private readonly ZipFileWriter _zip = new(stream, compression, workers ?? Workers.None);

    /// <summary>Begins an array, which must be finished before the next one begins.</summary>
    public NpyWriter Begin(string name, NpyType type, params ReadOnlySpan<long> shape)
    {
        NpyHeader header = new(type, false, [.. shape]);
        long length = checked(header.Count * type.Size + header.ToBytes().Length);
        return new NpyWriter(_zip.Begin(name + Extension, length), type, shape);
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
