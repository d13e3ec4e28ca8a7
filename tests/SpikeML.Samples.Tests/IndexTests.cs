using System.Text.RegularExpressions;

namespace SpikeML.Samples.Tests;

/// <summary>samples/README.md and the samples' own pages: what they name is there.</summary>
public sealed partial class IndexTests
{
    private static readonly string Samples = Path.GetDirectoryName(SampleProgram.SourceFolder("SpikeML.Tutorial"))!;

    public static TheoryData<string> Pages => [.. Directory.EnumerateDirectories(Samples).Append(Samples)
        .Select(folder => Path.Combine(folder, "README.md")).Where(File.Exists).Select(page =>
            Path.GetRelativePath(Samples, page))];

    [Fact]
    public void Index_has_every_sample()
    {
        IEnumerable<string> samples = Directory.EnumerateFiles(Samples, "*.csproj",
            new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 })
            .Select(project => Path.GetFileNameWithoutExtension(project));
        IEnumerable<string> listed = Command().Matches(File.ReadAllText(Path.Combine(Samples, "README.md"))).Select(match =>
            match.Groups["sample"].Value);
        Assert.Equal(samples.Order(), listed.Order());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_has_commands_that_name_projects_and_links_that_lead_to_files(string page)
    {
        string path = Path.Combine(Samples, page), text = File.ReadAllText(path);
        Assert.NotEmpty(Command().Matches(text));
        Assert.All(Command().Matches(text), match =>
            Assert.True(Directory.Exists(Path.Combine(Samples, match.Groups["sample"].Value)), match.Value));
        foreach (string target in Link().Matches(text).Select(link => link.Groups["target"].Value).Where(target =>
            !target.Contains("://", StringComparison.Ordinal)))
            Assert.True(Path.Exists(Path.Combine(Path.GetDirectoryName(path)!, target)),
                $"{page} links to {target}, which is not there.");
    }

    [GeneratedRegex(@"dotnet run -c Release --project samples/(?<sample>[\w.]+)")]
    private static partial Regex Command();

    [GeneratedRegex(@"\]\((?<target>[^)\s#]+)[^)\s]*\)")]
    private static partial Regex Link();
}
