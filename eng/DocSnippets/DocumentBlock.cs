using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SpikeML.Documents;

/// <summary>A fenced code block of a Markdown page, with the marks that stand right above it as comments.</summary>
internal sealed partial record DocumentBlock(string Page, int Line, string Language, string Code,
    ImmutableSortedDictionary<string, string> Marks)
{
    /// <summary>Why no test runs the block, from <c>&lt;!-- not run: why --&gt;</c>.</summary>
    public string? NotRun => Mark("not run");

    /// <summary>The class of the tests that does what the block says, from <c>&lt;!-- run by: Class --&gt;</c>.</summary>
    public string? RunBy => Mark("run by");

    /// <summary>The file that the block is, from <c>&lt;!-- file: Program.cs --&gt;</c>.</summary>
    public string? File => Mark("file");

    /// <summary>Whether the block has a program's <c>#:</c> lines, which only a file of its own may have.</summary>
    public bool IsFileBased => Language == "csharp" && Code.StartsWith("#:", StringComparison.Ordinal);

    /// <summary>Whether the block is compiled into a test project, where it runs.</summary>
    public bool IsSnippet => Language == "csharp" && !IsFileBased && NotRun is null && RunBy is null;

    /// <summary>Whether the block is commands that a test gives to a shell.</summary>
    public bool IsScript => Language == "sh" && NotRun is null && RunBy is null;

    public string? Mark(string name) => Marks.GetValueOrDefault(name);

    public static IEnumerable<DocumentBlock> Read(string path)
    {
        string text = System.IO.File.ReadAllText(path).ReplaceLineEndings("\n");
        return Blocks().Matches(text).Select(block => new DocumentBlock(path,
            text.AsSpan(0, block.Groups["language"].Index).Count('\n') + 1, block.Groups["language"].Value,
            block.Groups["code"].Value, ReadMarks(block.Groups["marks"].Value)));
    }

    private static ImmutableSortedDictionary<string, string> ReadMarks(string comments) => Comments().Matches(comments)
        .ToImmutableSortedDictionary(mark => mark.Groups["name"].Value, mark => mark.Groups["value"].Value);

    [GeneratedRegex(@"^(?<marks>(<!-- [^\n]* -->\n)*)```(?<language>\w*)\n(?<code>.*?)^```",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"<!-- (?<name>[a-z ]+)(: (?<value>[^\n]*?))? -->")]
    private static partial Regex Comments();
}
