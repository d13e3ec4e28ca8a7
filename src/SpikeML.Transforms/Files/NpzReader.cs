using System.IO.Compression;

namespace SpikeML;

/// <summary>Reads the arrays of a <c>.npz</c> file, entirely or piece by piece, and checks their checksums.</summary>
internal sealed class NpzReader : IDisposable
{
    private readonly ZipArchive _zip;
    private readonly string _of;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = [];

    /// <param name="stream">The content of the file, which stays open.</param>
    /// <exception cref="FormatException">It is not a zip file, or it is damaged.</exception>
    public NpzReader(Stream stream)
        : this(stream, null)
    {
    }

    private NpzReader(Stream stream, string? path)
    {
        _of = path is null ? "" : $" of '{path}'";
        try
        {
            _zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: path is null);
            foreach (ZipArchiveEntry entry in _zip.Entries.Where(entry =>
                entry.FullName.EndsWith(NpzWriter.Extension, StringComparison.Ordinal)))
                _entries[entry.FullName[..^NpzWriter.Extension.Length]] = entry;
        }
        catch (InvalidDataException error)
        {
            throw new FormatException(
                $"{(path is null ? "This" : $"'{path}'")} is not a .npz file or is damaged: {error.Message}", error);
        }
    }

    /// <summary>Opens a file, which is named in errors.</summary>
    /// <exception cref="FormatException">It is not a zip file, or it is damaged.</exception>
    public static NpzReader OpenFile(string path)
    {
        FileStream file = File.OpenRead(path);
        try
        {
            return new NpzReader(file, path);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The names of the arrays, in the order of the file.</summary>
    public IReadOnlyCollection<string> Names => _entries.Keys;

    public bool Has(string name) => _entries.ContainsKey(name);

    /// <summary>Opens an array; several arrays can be read alternately.</summary>
    /// <exception cref="FormatException">The array does not exist or cannot be read.</exception>
    public NpyReader Open(string name)
    {
        string what = $"The array '{name}'{_of}";
        if (!_entries.TryGetValue(name, out ZipArchiveEntry? entry))
            throw new FormatException(
                $"{what} is missing. The arrays are: {string.Join(", ", Names.Select(each => $"'{each}'"))}.");
        try
        {
            return new NpyReader(new NpzMemberStream(entry), what);
        }
        catch (InvalidDataException error)
        {
            throw new FormatException($"{what} cannot be read: {error.Message}", error);
        }
    }

    /// <summary>Reads an entire array, to the end of its bytes.</summary>
    /// <exception cref="FormatException">It cannot be read.</exception>
    public NpyArray Read(string name)
    {
        using NpyReader reader = Open(name);
        NpyArray array = NpyContent.Read(reader);
        reader.Finish();
        return array;
    }

    public void Dispose() => _zip.Dispose();
}
