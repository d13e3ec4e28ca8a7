using System.Text.RegularExpressions;
using SpikeML.Documents;

namespace SpikeML.Docs.Tests;

/// <summary>What pages, comments and messages refer to in this repository is there.</summary>
public partial class LinkTests
{
    private static readonly string[] Sources = [".cs", ".csproj", ".props", ".targets", ".sh", ".yml", ".yaml"];

    public static TheoryData<string> Pages => [.. DocumentPages.Of(Build.RepositoryRoot)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_lead_to_files_and_headings(string page)
    {
        string path = Path.Combine(Build.RepositoryRoot, page);
        foreach (Match link in Link().Matches(File.ReadAllText(path)))
        {
            string target = link.Groups["target"].Value;
            if (target.Contains("://", StringComparison.Ordinal))
                continue;
            string[] parts = target.Split('#');
            string file = parts[0].Length == 0 ? path : Path.Combine(Path.GetDirectoryName(path)!, parts[0]);
            Assert.True(Path.Exists(file), $"{page} links to {target}, which is not there.");
            if (parts.Length > 1 && file.EndsWith(".md", StringComparison.Ordinal))
                Assert.True(Anchors(file).Contains(parts[1]), $"{page} links to {target}, which has no such heading.");
        }
    }

    // The registry shows them without the repository around them.
    [Fact]
    public void Links_in_the_packages_READMEs_are_addresses()
    {
        foreach (string page in DocumentPages.Of(Build.RepositoryRoot)
            .Where(page => page.StartsWith("src/", StringComparison.Ordinal)))
            Assert.All(Link().Matches(File.ReadAllText(Path.Combine(Build.RepositoryRoot, page))), link =>
                Assert.StartsWith("https://", link.Groups["target"].Value, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("src")]
    [InlineData("samples")]
    [InlineData("eng")]
    [InlineData("benchmarks")]
    [InlineData("tests")]
    [InlineData(".github")]
    public void Sources_name_pages_and_headings_that_exist(string folder)
    {
        string root = Path.Combine(Build.RepositoryRoot, folder);
        string[] sources = [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Where(path => Sources.Contains(Path.GetExtension(path)) && !BuildFolder().IsMatch(path))];
        Assert.NotEmpty(sources);
        foreach (string source in sources)
        {
            foreach (Match mention in Mention().Matches(File.ReadAllText(source)))
            {
                string file = Path.Combine(Build.RepositoryRoot, mention.Groups["file"].Value);
                string place = $"{Path.GetRelativePath(Build.RepositoryRoot, source)} refers to {mention.Value}, which";
                Assert.True(File.Exists(file), $"{place} is not there.");
                if (mention.Groups["heading"].Success)
                    Assert.True(Anchors(file).Contains(mention.Groups["heading"].Value), $"{place} has no such heading.");
            }
        }
    }

    [Theory]
    [InlineData("## What is `NpyArray\\<T\\>`?\n", "what-is-npyarrayt")]
    [InlineData("```sh\n# no heading\n```\n## One\n", "one")]
    public void AnchorsOf_are_those_of_headings_in_lower_case_with_hyphens(string text, string anchor) =>
        Assert.Equal([anchor], AnchorsOf(text));

    private static IEnumerable<string> Anchors(string file) => AnchorsOf(File.ReadAllText(file));

    /// <summary>What the headings of a page are linked by: in lower case, without punctuation, with hyphens for spaces.</summary>
    private static IEnumerable<string> AnchorsOf(string text) => Heading().Matches(Fence().Replace(text, "")).Select(heading =>
        string.Concat(heading.Groups["text"].Value.ToLowerInvariant().Where(c =>
            char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-'));

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w/.])(?<file>docs/[\w./-]*\.(md|sh|yaml|json|png|gif|html))(#(?<heading>[\w-]+))?")]
    private static partial Regex Mention();

    [GeneratedRegex(@"[/\\](bin|obj)[/\\]")]
    private static partial Regex BuildFolder();

    [GeneratedRegex(@"^#+ (?<text>.+?)\s*$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
