using System.Net;
using System.Text.RegularExpressions;

namespace SpikeML.Documents;

/// <summary>Where the repository's files are on the site, and links between them.</summary>
internal sealed partial class SiteLinks(string root)
{
    private static readonly Dictionary<string, string> Languages = new()
    {
        [".cs"] = "csharp",
        [".csproj"] = "xml",
        [".fs"] = "fsharp",
        [".py"] = "python",
        [".sh"] = "bash",
        [".yaml"] = "yaml",
        [".yml"] = "yaml",
    };

    /// <summary>The files that the pages rewritten so far link to, from the repository's root.</summary>
    public HashSet<string> Found { get; } = [];

    public List<string> Errors { get; } = [];

    public static bool IsPage(string file) => file.EndsWith(".md", StringComparison.Ordinal);

    public static bool IsSource(string file) => Languages.ContainsKey(Path.GetExtension(file));

    /// <summary>Where a file is on the site: a README is an index, a source is a page, docs/api is api.</summary>
    public static string Place(string file)
    {
        string place = file.StartsWith("docs/api/", StringComparison.Ordinal) ? file["docs/".Length..] : file;
        return Path.GetFileName(place) == "README.md" ? place[..^"README.md".Length] + "index.md"
            : IsSource(place) ? place + ".md" : place;
    }

    /// <summary>A source file as a page.</summary>
    public static string SourcePage(string file, string text) =>
        $"# {Path.GetFileName(file)}\n\n`{file}`\n\n````{Languages[Path.GetExtension(file)]}\n{text.TrimEnd()}\n````\n";

    /// <summary>The text of a page, with links to where their files are on the site.</summary>
    public string Rewrite(string page) => Drawing().Replace(Link().Replace(File.ReadAllText(Path.Combine(root, page)), link =>
        $"{link.Groups["start"]}{Rewrite(page, link.Groups["target"].Value)}{link.Groups["end"]}"),
            drawing => ForPhones(page, drawing));

    /// <summary>A drawing with a narrow sibling, <c>name-phone.svg</c>, which phones show.</summary>
    private string ForPhones(string page, Match drawing)
    {
        string place = drawing.Groups["place"].Value, phone = place[..^".svg".Length] + "-phone.svg";
        string file = Path.GetRelativePath(root,
            Path.GetFullPath(Path.Combine(root, Path.GetDirectoryName(Place(page))!, phone))).Replace('\\', '/');
        if (!File.Exists(Path.Combine(root, file)))
            return drawing.Value;
        Found.Add(file);
        string alt = WebUtility.HtmlEncode(drawing.Groups["alt"].Value);
        return $"""<picture><source media="(max-width: 480px)" srcset="{phone}"><img src="{place}" alt="{alt}"></picture>""";
    }

    private string Rewrite(string page, string target)
    {
        string[] parts = target.Split('#', 2);
        if (parts[0].Length == 0 || parts[0].Contains(':', StringComparison.Ordinal))
            return target;
        string path = Path.GetFullPath(Path.Combine(root, Path.GetDirectoryName(page)!, parts[0]));
        if (Directory.Exists(path))
            path = NearestReadme(path);
        string file = Path.GetRelativePath(root, path).Replace('\\', '/');
        if (!File.Exists(path) || file.StartsWith("../", StringComparison.Ordinal))
        {
            Errors.Add($"{page} links to {target}: the repository has no file {file}.");
            return target;
        }
        Found.Add(file);
        string from = Path.Combine(root, Path.GetDirectoryName(Place(page))!);
        string place = Path.GetRelativePath(from, Path.Combine(root, Place(file)));
        return string.Join('#', [place.Replace('\\', '/'), .. parts[1..]]);
    }

    // What a folder has, or else what the folders above it say of it.
    private static string NearestReadme(string folder)
    {
        string readme = Path.Combine(folder, "README.md");
        return File.Exists(readme) ? readme : NearestReadme(Path.GetDirectoryName(folder)!);
    }

    [GeneratedRegex(@"(?<start>\]\(|<img [^>]*src="")(?<target>[^)\s""]+)(?<end>\)|"")")]
    private static partial Regex Link();

    [GeneratedRegex(@"^!\[(?<alt>[^\]]+)\]\((?<place>[^)\s]+\.svg)\)", RegexOptions.Multiline)]
    private static partial Regex Drawing();
}
