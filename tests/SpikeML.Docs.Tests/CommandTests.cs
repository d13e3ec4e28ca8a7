using System.Text.RegularExpressions;
using SpikeML.Documents;

namespace SpikeML.Docs.Tests;

/// <summary>The commands of this repository that pages name, in blocks, tables and sentences, name what is there.</summary>
public partial class CommandTests
{
    public static TheoryData<string> Pages => [.. DocumentPages.Of(Build.RepositoryRoot)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Commands_name_projects_that_exist(string page)
    {
        foreach (Match project in Project().Matches(Text(page)))
        {
            string folder = project.Groups["path"].Value;
            string file = Path.Combine(Build.RepositoryRoot, folder, Path.GetFileName(folder) + ".csproj");
            Assert.True(File.Exists(file), $"{page} names the project {folder}, which is not there.");
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Commands_filter_by_tests_that_exist(string page)
    {
        foreach (Match name in TestClass().Matches(Text(page)))
            Assert.True(Sources.Any(source => source.Contains($"class {name.Groups["name"].Value}", StringComparison.Ordinal)),
                $"{page} runs the tests of {name.Groups["name"].Value}, and there is no such class.");
    }

    private static string Text(string page) => File.ReadAllText(Path.Combine(Build.RepositoryRoot, page));

    private static string[] Sources { get; } = [.. Directory.EnumerateFiles(
        Path.Combine(Build.RepositoryRoot, "tests"), "*Tests.cs", SearchOption.AllDirectories).Select(File.ReadAllText)];

    [GeneratedRegex(@"--project (?<path>[\w./]+)")]
    private static partial Regex Project();

    // As in: --filter-class "*IdxFuzzTests" "*ModelFuzzTests".
    [GeneratedRegex("(?<=--filter-class[^`\n]*)\"\\*(?<name>\\w+)\"")]
    private static partial Regex TestClass();
}
