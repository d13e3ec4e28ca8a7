using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SpikeML.Docs.Tests;

/// <summary>The changelog, as eng/release-notes.sh and readers of Keep a Changelog take it.</summary>
public partial class ChangelogTests
{
    private static readonly string[] Kinds = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"];

    private static string Text => File.ReadAllText(Path.Combine(Build.RepositoryRoot, "CHANGELOG.md"));

    [Fact]
    public void Newest_section_is_that_of_the_packages_version()
    {
        XDocument properties = XDocument.Load(Path.Combine(Build.RepositoryRoot, "Directory.Build.props"));
        string version = properties.Descendants("Version").Single().Value;
        string[] versions = [.. Section().Matches(Text).Select(section => section.Groups["version"].Value)];
        Assert.Equal(version, versions.First(name => name != "Unreleased"));
        Assert.Equal(versions.Length, versions.Distinct().Count());
    }

    [Fact]
    public void Sections_and_their_parts_are_those_of_Keep_a_Changelog()
    {
        Assert.Equal(Heading("## ").Count(), Section().Count(Text));
        Assert.All(Heading("### "), kind => Assert.Contains(kind, Kinds));
    }

    private static IEnumerable<string> Heading(string start) => Text.ReplaceLineEndings("\n").Split('\n')
        .Where(line => line.StartsWith(start, StringComparison.Ordinal)).Select(line => line[start.Length..]);

    [GeneratedRegex(@"^## \[(?<version>Unreleased|\d+\.\d+\.\d+)\]( - (\d{4}-\d{2}-\d{2}|Unreleased))?\r?$",
        RegexOptions.Multiline)]
    private static partial Regex Section();
}
