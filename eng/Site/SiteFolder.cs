using System.Text;

namespace SpikeML.Documents;

/// <summary>Copies what the site shows to a folder: the pages, and what they link to.</summary>
internal sealed class SiteFolder(string root, string folder)
{
    private readonly HashSet<string> _files = [];

    /// <summary>Writes pages, and every file that they and those link to; gives how many there are.</summary>
    public int WritePages(IEnumerable<string> pages, SiteLinks links)
    {
        Queue<string> open = new(pages);
        _files.UnionWith(open);
        while (open.TryDequeue(out string? file))
        {
            if (SiteLinks.IsPage(file))
                Write(SiteLinks.Place(file), links.Rewrite(file));
            else if (SiteLinks.IsSource(file))
                Write(SiteLinks.Place(file), SiteLinks.SourcePage(file, File.ReadAllText(Path.Combine(root, file))));
            else
                Copy(file, SiteLinks.Place(file));
            foreach (string linked in links.Found.Where(_files.Add))
                open.Enqueue(linked);
            links.Found.Clear();
        }
        return _files.Count;
    }

    /// <summary>Writes the tables of contents, and what docfx is told.</summary>
    public void WriteConfiguration(SiteContents contents)
    {
        Write("docs/toc.yml", contents.Write());
        Write("api/toc.yml", File.ReadAllText(Path.Combine(root, "docs", "api", "toc.yml"))
            .Replace("README.md", "index.md", StringComparison.Ordinal));
        Copy("docs/site/toc.yml", "toc.yml");
        Copy("docs/docfx.json", "docfx.json");
        foreach (string file in Directory.EnumerateFiles(Path.Combine(root, "docs", "site", "public")))
            Copy(Path.GetRelativePath(root, file), $"site/public/{Path.GetFileName(file)}");
        if (!_files.Contains("docs/images/icon.png"))
            Copy("docs/images/icon.png", "docs/images/icon.png");
    }

    private void Write(string place, string text) => File.WriteAllText(Prepare(place), text, new UTF8Encoding(false));

    private void Copy(string file, string place) => File.Copy(Path.Combine(root, file), Prepare(place));

    private string Prepare(string place)
    {
        string path = Path.Combine(folder, place);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }
}
