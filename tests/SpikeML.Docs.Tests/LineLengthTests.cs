using System.Text.RegularExpressions;

namespace SpikeML.Docs.Tests;

/// <summary>Lines end by column 130, in all that is written by hand and can be broken.</summary>
public partial class LineLengthTests
{
    private const int Longest = 130;

    private static readonly string[] Written =
        [".cs", ".md", ".csproj", ".props", ".targets", ".sh", ".yml", ".yaml", ".js", ".mjs"];

    public static TheoryData<string> Folders => [".", .. Directory.EnumerateDirectories(Build.RepositoryRoot)
        .Select(path => Path.GetFileName(path)).Where(name => !RepositoryFiles.IsGenerated(name + "/"))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Lines_end_by_column_130(string folder)
    {
        SearchOption depth = folder == "." ? SearchOption.TopDirectoryOnly : SearchOption.AllDirectories;
        string[] tooLong = [.. RepositoryFiles.In(folder, depth)
            .Where(file => Written.Contains(Path.GetExtension(file)) || file == ".ci/run").SelectMany(TooLong)];
        Assert.True(tooLong.Length == 0, $"Break these lines by column {Longest}:\n{string.Join('\n', tooLong)}");
    }

    [Theory]
    [InlineData("a.cs", "    word word", false)]
    [InlineData("a.cs", "    // https://", true)]
    [InlineData("a.md", "| cell | cell ", true)]
    [InlineData("a.md", "![What a picture shows](images/", true)]
    [InlineData("a.md", "Words, then [a link](page.md) and ", false)]
    public void MayBeLong_tells_what_cannot_be_broken(string file, string start, bool expected) =>
        Assert.Equal(expected, MayBeLong(file, start + new string('x', Longest) + (start.StartsWith('!') ? ")" : "")));

    [Fact]
    public void Printed_tells_the_lines_of_output_and_of_comments() => Assert.Equal([1, 4], Printed(
        ["```text", "It is 5.", "```", "```csharp", "    // 5", "int five = 5;", "```", "// 5"])
        .Select((isPrinted, i) => isPrinted ? i : 0).Where(i => i > 0));

    private static IEnumerable<string> TooLong(string file)
    {
        string[] lines = File.ReadAllLines(Path.Combine(Build.RepositoryRoot, file));
        bool[] printed = file.EndsWith(".md", StringComparison.Ordinal) ? Printed(lines) : new bool[lines.Length];
        for (int i = 0; i < lines.Length; i++)
            if (lines[i].Length > Longest && !printed[i] && !MayBeLong(file, lines[i]))
                yield return $"{file}:{i + 1} has {lines[i].Length} characters";
    }

    // What a program prints stays as it is: blocks of text and JSON, JSON below a command, and comments in C#.
    private static bool[] Printed(string[] lines)
    {
        string? language = null;
        return [.. lines.Select(line =>
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
                language = language is null ? line[3..] : null;
            return language is "text" or "json" || language == "sh" && line.StartsWith('{') || language == "csharp"
                && line.TrimStart().StartsWith("//", StringComparison.Ordinal);
        })];
    }

    // A row of a table, a heading, a link or picture alone on its line, or one word behind the marks that begin a comment.
    private static bool MayBeLong(string file, string line) => file.EndsWith(".md", StringComparison.Ordinal)
        ? Whole().IsMatch(line) : Word().IsMatch(line);

    [GeneratedRegex(@"^\s*(\||#|(- |\d\. )?!?\[[^\]]*\]\([^)]*\)[.,;:]?$)")]
    private static partial Regex Whole();

    [GeneratedRegex(@"^\W*\S+$")]
    private static partial Regex Word();
}
