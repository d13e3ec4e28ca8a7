using System.IO.Compression;
using System.Xml.Linq;

namespace SpikeML.Packages.Tests;

/// <summary>A package as it lies in the feed.</summary>
internal sealed class Package : IDisposable
{
    private readonly ZipArchive _archive;

    public Package(string path)
    {
        _archive = ZipFile.OpenRead(path);
        Manifest = XDocument.Parse(Text(Files.Single(file => file.EndsWith(".nuspec", StringComparison.Ordinal)))).Root!;
    }

    /// <summary>What NuGet itself writes is left out.</summary>
    public IEnumerable<string> Content => Files.Where(file =>
        file != "[Content_Types].xml" && !file.StartsWith("_rels/", StringComparison.Ordinal)
        && !file.StartsWith("package/", StringComparison.Ordinal) && !file.EndsWith(".nuspec", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private IEnumerable<string> Files => _archive.Entries.Select(entry => entry.FullName);

    private XElement Manifest { get; }

    /// <summary>An element of the manifest, such as its licence.</summary>
    public string? this[string name] => Elements(name).SingleOrDefault()?.Value;

    /// <summary>The dependencies with their ranges, as <c>id range</c>.</summary>
    public IEnumerable<string> Dependencies =>
        Elements("dependency").Select(dependency =>
            $"{dependency.Attribute("id")!.Value} {dependency.Attribute("version")!.Value}").Order(StringComparer.Ordinal);

    public string Text(string file)
    {
        using StreamReader reader = new(_archive.GetEntry(file)!.Open());
        return reader.ReadToEnd();
    }

    public MemoryStream Bytes(string file)
    {
        MemoryStream copy = new();
        using Stream entry = _archive.GetEntry(file)!.Open();
        entry.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }

    public void Dispose() => _archive.Dispose();

    private IEnumerable<XElement> Elements(string name) => Manifest.Descendants().Where(element =>
        element.Name.LocalName == name);
}
