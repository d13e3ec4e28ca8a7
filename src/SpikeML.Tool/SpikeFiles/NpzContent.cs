using System.IO.Compression;
using System.Runtime.InteropServices;
using SpikeML.Tool.Outputs;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.SpikeFiles;

/// <summary>The arrays of a <c>.npz</c> file, read as streams.</summary>
internal sealed class NpzContent(string path) : IDisposable
{
    private readonly ZipArchive _zip = Open(path);

    public string FilePath => path;

    public bool IsSparse => Has(SparseNpzOutput.Starts);

    public bool Has(string name) => _zip.GetEntry(name + NpzArchive.Extension) is not null;

    public IEnumerable<string> Names => _zip.Entries.Select(entry => Path.GetFileNameWithoutExtension(entry.FullName));

    /// <summary>An array's header, and its values in the stream.</summary>
    public (NpyHeader Header, Stream Values) Read(string name)
    {
        ZipArchiveEntry entry = _zip.GetEntry(name + NpzArchive.Extension)
            ?? throw ToolException.BadInput($"'{path}' has no array '{name}': it has {string.Join(", ", Names)}.");
        Stream content = entry.Open();
        return (NpyHeader.Read(content), content);
    }

    /// <summary>All values of an array of the type.</summary>
    public T[] ReadAll<T>(string name, string type)
        where T : unmanaged
    {
        (NpyHeader header, Stream content) = Expect(name, type);
        using (content)
        {
            T[] values = new T[header.Shape.Aggregate(1L, (product, dimension) => product * dimension)];
            ReadExactly(content, MemoryMarshal.AsBytes(values.AsSpan()), name);
            return values;
        }
    }

    public (NpyHeader Header, Stream Values) Expect(string name, string type)
    {
        (NpyHeader header, Stream content) = Read(name);
        if (header.Type != type)
            throw ToolException.BadInput($"The array '{name}' of '{path}' is of type '{header.Type}', not '{type}': this is no file of spikeml's.");
        return (header, content);
    }

    public void ReadExactly(Stream content, Span<byte> values, string name)
    {
        if (content.ReadAtLeast(values, values.Length, throwOnEndOfStream: false) < values.Length)
            throw ToolException.BadInput($"The array '{name}' of '{path}' is cut off: make the file anew.");
    }

    public void Dispose() => _zip.Dispose();

    private static ZipArchive Open(string path)
    {
        try
        {
            return ZipFile.OpenRead(path);
        }
        catch (InvalidDataException error)
        {
            throw ToolException.BadInput($"'{path}' is no .npz file, or a damaged one.", error);
        }
    }
}
