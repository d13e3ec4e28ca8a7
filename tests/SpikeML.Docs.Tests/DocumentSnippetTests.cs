using System.Text.RegularExpressions;

namespace SpikeML.Docs.Tests;

/// <summary>
/// The C# blocks of the pages are compiled into this project; here each runs, and prints what its comments say.
/// </summary>
public partial class DocumentSnippetTests
{
    public static TheoryData<string> Snippets =>
        [.. typeof(DocumentSnippet).Assembly.GetTypes().Where(type =>
            type.IsSubclassOf(typeof(DocumentSnippet)) && !type.IsAbstract).Select(type => type.FullName!).Order()];

    [Theory]
    [MemberData(nameof(Snippets))]
    public async Task Snippet_runs_and_prints_what_its_comments_say(string snippet)
    {
        string before = Environment.CurrentDirectory;
        DirectoryInfo folder = Directory.CreateTempSubdirectory("spikeml-docs-");
        Environment.CurrentDirectory = folder.FullName;
        TextWriter console = Console.Out;
        StringWriter printed = new();
        try
        {
            Console.SetOut(printed);
            DocumentSnippet code = (DocumentSnippet)Activator.CreateInstance(Type.GetType(snippet, throwOnError: true)!)!;
            await code.Run();
            Check(code.Prints, printed.ToString().TrimEnd().ReplaceLineEndings("\n").Split('\n'));
        }
        finally
        {
            Console.SetOut(console);
            Environment.CurrentDirectory = before;
            folder.Delete(recursive: true);
        }
    }

    /// <summary>
    /// A comment is a line or several of the output, or a line and what it means, as in <c>784: dark pixels fire last</c>. After
    /// <c>such as</c>, figures may differ.
    /// </summary>
    private static void Check(string[] comments, string[] printed)
    {
        string all = string.Join(", ", printed);
        foreach (string comment in comments)
            Assert.True(comment.StartsWith(SuchAs, StringComparison.Ordinal)
                ? Hide(all).Contains(Hide(comment[SuchAs.Length..]), StringComparison.Ordinal)
                : all.Contains(comment, StringComparison.Ordinal)
                    || printed.Any(line => line.Length > 0 && comment.StartsWith(line + ":", StringComparison.Ordinal)),
                $"A comment says that the code prints\n{comment}\nand it prints\n{string.Join('\n', printed)}");
    }

    private const string SuchAs = "such as: ";

    private static string Hide(string text) => Figure().Replace(text, "#");

    [GeneratedRegex(@"\d+([.,]\d+)*")]
    private static partial Regex Figure();
}
