using System.Text;
using System.Text.RegularExpressions;

namespace SpikeML.Documents;

/// <summary>
/// The table of contents in docs/toc.yml, whose groups name pages, or with a star all pages of a folder that are not named
/// elsewhere: a README first, the others in the order of their titles.
/// </summary>
internal sealed partial class SiteContents
{
    private readonly List<(string Name, List<string> Pages)> _groups = [];
    private readonly string _root;

    public SiteContents(string root, IReadOnlyList<string> pages)
    {
        _root = root;
        List<(string Name, List<string> Entries)> groups = Read(File.ReadLines(Path.Combine(root, "docs", "toc.yml")));
        HashSet<string> named = [.. groups.SelectMany(group => group.Entries).Where(entry => !entry.Contains('*'))];
        foreach ((string name, List<string> entries) in groups)
            _groups.Add((name, [.. entries.SelectMany(entry =>
                entry.Contains('*') ? Matches(entry, pages.Except(named)) : pages.Where(page => page == entry))]));
        foreach (string page in named.Except(pages))
            Errors.Add($"docs/toc.yml names {page}, and there is no such page.");
        // The pages of the API have contents of their own, which eng/ApiReference writes.
        foreach (string page in pages.Except(_groups.SelectMany(group => group.Pages))
            .Where(page => !page.StartsWith("docs/api/", StringComparison.Ordinal)))
            Errors.Add($"docs/toc.yml does not name {page}.");
    }

    public List<string> Errors { get; } = [];

    /// <summary>The contents as docfx reads them; a group without pages is left out.</summary>
    public string Write()
    {
        StringBuilder text = new("items:\n");
        foreach ((string name, List<string> pages) in _groups.Where(group => group.Pages.Count > 0))
        {
            text.Append($"- name: {name}\n  expanded: {(_groups[0].Name == name ? "true" : "false")}\n  items:\n");
            foreach (string page in pages)
                // Of "Latency code: EncodeLatency", what is before the colon: the contents are narrow.
                text.Append($"  - name: {Quoted(TitleOf(page).Split(": ")[0])}\n    href: {Href(page)}\n");
        }
        return text.ToString();
    }

    private static List<(string Name, List<string> Entries)> Read(IEnumerable<string> lines)
    {
        List<(string Name, List<string> Entries)> groups = [];
        foreach (string line in lines.Where(line => !line.StartsWith('#')))
        {
            if (Group().Match(line) is { Success: true } group)
                groups.Add((group.Groups["name"].Value, []));
            else if (Entry().Match(line) is { Success: true } entry)
                groups[^1].Entries.Add(Normalize(entry.Groups["href"].Value));
            else if (line.Trim() is not "items:")
                throw new InvalidDataException($"docs/toc.yml has a line that is neither a group nor a page: {line}");
        }
        return groups;
    }

    private IEnumerable<string> Matches(string pattern, IEnumerable<string> pages)
    {
        Regex regex = new($"^{Regex.Escape(pattern).Replace(@"\*", "[^/]*", StringComparison.Ordinal)}$");
        return pages.Where(page => regex.IsMatch(page)).OrderBy(page => Path.GetFileName(page) != "README.md")
            .ThenBy(TitleOf, StringComparer.OrdinalIgnoreCase);
    }

    private string TitleOf(string page) => File.ReadLines(Path.Combine(_root, page))
        .First(line => line.StartsWith("# ", StringComparison.Ordinal))[2..].Replace("`", "", StringComparison.Ordinal).Trim();

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    // From the repository's root, where docs/toc.yml has paths from docs.
    private static string Normalize(string href) => href.StartsWith("../", StringComparison.Ordinal) ? href[3..] : $"docs/{href}";

    private static string Href(string page) => SiteLinks.Place(page) is var place
        && place.StartsWith("docs/", StringComparison.Ordinal) ? place["docs/".Length..] : $"../{place}";

    [GeneratedRegex(@"^- name: (?<name>.+)$")]
    private static partial Regex Group();

    [GeneratedRegex(@"^  - href: ""?(?<href>[^""]+)""?$")]
    private static partial Regex Entry();
}
