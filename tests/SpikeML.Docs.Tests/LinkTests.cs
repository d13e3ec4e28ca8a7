using System.Text.RegularExpressions;

namespace SpikeML.Docs.Tests;

/// <summary>The documents' links to files of this repository lead somewhere.</summary>
public partial class LinkTests
{
    public static TheoryData<string> Documents =>
        [.. Directory.EnumerateFiles(Path.Combine(Build.RepositoryRoot, "docs"), "*.md", SearchOption.AllDirectories)
            .Append(Path.Combine(Build.RepositoryRoot, "README.md")).Append(Path.Combine(Build.RepositoryRoot, "CONTRIBUTING.md")).Select(path => Path.GetRelativePath(Build.RepositoryRoot, path))];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Links_lead_to_files(string document)
    {
        string path = Path.Combine(Build.RepositoryRoot, document);
        foreach (Match link in Link().Matches(File.ReadAllText(path)))
        {
            string target = link.Groups["target"].Value;
            if (target.Contains("://", StringComparison.Ordinal) || target.StartsWith('#'))
                continue;
            string file = Path.Combine(Path.GetDirectoryName(path)!, target.Split('#')[0]);
            Assert.True(Path.Exists(file), $"{document} links to {target}, which is not there.");
        }
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
