using System.Text.RegularExpressions;

namespace SpikeML.Docs.Tests;

/// <summary>The documents' links to files of this repository lead somewhere.</summary>
public partial class LinkTests
{
    public static TheoryData<string> Documents =>
        [.. Directory.EnumerateFiles(Path.Combine(Build.RepositoryRoot, "docs"), "*.md", SearchOption.AllDirectories)
            .Append(Path.Combine(Build.RepositoryRoot, "README.md")).Append(Path.Combine(Build.RepositoryRoot, "CONTRIBUTING.md"))
                .Select(path => Path.GetRelativePath(Build.RepositoryRoot, path))];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Links_lead_to_files(string document)
    {
        string path = Path.Combine(Build.RepositoryRoot, document);
        foreach (Match link in Link().Matches(File.ReadAllText(path)))
        {
            string target = link.Groups["target"].Value;
            if (target.Contains("://", StringComparison.Ordinal))
                continue;
            string[] parts = target.Split('#');
            string file = parts[0].Length == 0 ? path : Path.Combine(Path.GetDirectoryName(path)!, parts[0]);
            Assert.True(Path.Exists(file), $"{document} links to {target}, which is not there.");
            if (parts.Length > 1 && file.EndsWith(".md", StringComparison.Ordinal))
                Assert.True(Anchors(file).Contains(parts[1]), $"{document} links to {target}, which has no such heading.");
        }
    }

    /// <summary>What the headings of a file are linked by: in lower case, without punctuation, with hyphens for spaces.</summary>
    private static IEnumerable<string> Anchors(string file) => Heading().Matches(File.ReadAllText(file)).Select(heading =>
        string.Concat(heading.Groups["text"].Value.ToLowerInvariant().Where(c =>
            char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-'));

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (?<text>.+?)\s*$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
