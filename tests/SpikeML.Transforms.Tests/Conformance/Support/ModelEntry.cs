using System.IO.Compression;

namespace SpikeML.Tests.Conformance;

/// <summary>The entry of a model file that a transformer writes, damaged in place; the file around it stays as it is.</summary>
internal sealed class ModelEntry
{
    private readonly string _name;
    private readonly List<(string Name, byte[] Content)> _others = [];
    private readonly byte[] _content = [];

    public ModelEntry(byte[] file, string name = "TransformerChain/Model.key")
    {
        _name = name;
        using ZipArchive zip = new(new MemoryStream(file));
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            if (entry.FullName == name)
                _content = Read(entry);
            else
                _others.Add((entry.FullName, Read(entry)));
        }
        Assert.NotEmpty(_content);
    }

    public int Length => _content.Length;

    /// <summary>Where these bytes first are; -1 where they are not.</summary>
    public int Find(byte[] bytes) => _content.AsSpan().IndexOf(bytes);

    public byte[] Cut(int length) => File(_content[..length]);

    /// <summary>The file with one bit flipped in a byte, at each position another.</summary>
    public byte[] Flipped(int position) => With((byte)(_content[position] ^ (1 << (position % 8))), position);

    /// <summary>The file with bytes from a position of the entry on.</summary>
    public byte[] With(ReadOnlySpan<byte> bytes, int position)
    {
        byte[] damaged = [.. _content];
        bytes.CopyTo(damaged.AsSpan(position));
        return File(damaged);
    }

    /// <summary>The file with a byte at positions of the entry.</summary>
    public byte[] With(byte value, params ReadOnlySpan<int> positions)
    {
        byte[] damaged = [.. _content];
        foreach (int position in positions)
            damaged[position] = value;
        return File(damaged);
    }

    /// <summary>Nothing is compressed: hundreds of such files are made for each estimator.</summary>
    private byte[] File(byte[] content)
    {
        using MemoryStream file = new();
        using (ZipArchive zip = new(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] bytes) in _others.Append((_name, content)))
            {
                using Stream target = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                target.Write(bytes);
            }
        }
        return file.ToArray();
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        byte[] content = new byte[entry.Length];
        using Stream stream = entry.Open();
        stream.ReadExactly(content);
        return content;
    }
}
