using System.Text;
using System.Text.RegularExpressions;
using SpikeML.Documents;

// Turns the C# blocks of Markdown files into classes that a test project compiles and runs.
// Usage: DocSnippets <output.cs> <file.md> [<file.md> ...]
StringBuilder code =
    new("// Made by eng/DocSnippets from the documents' code blocks.\n#pragma warning disable CS1998, IDE0005, IDE0059\n");
foreach (string path in args.Skip(1))
{
    // What a document's code takes as given stands in a class of the test project that the document names.
    string given = Given().Match(File.ReadAllText(path)) is { Success: true } match
        ? match.Groups["class"].Value : "DocumentSnippet";
    foreach (DocumentBlock block in DocumentBlock.Read(path).Where(block => block.IsSnippet))
        code.Append(Snippet(given, $"{SnippetNames.Of(path)}_{block.Line}", block.Code.Split('\n')));
}
if (!File.Exists(args[0]) || File.ReadAllText(args[0]) != code.ToString())
    File.WriteAllText(args[0], code.ToString());

// A block is statements, after its usings and before its first type.
static string Snippet(string given, string name, string[] lines)
{
    string[] usings = [.. lines.Where(line => line.StartsWith("using ", StringComparison.Ordinal) && line.EndsWith(';')
        && !line.Contains('='))];
    // A document that takes more as given than a context and data is a gallery of calls, without usings.
    if (given != "DocumentSnippet")
        usings = [.. usings, "using Microsoft.ML;", "using SpikeML;", "using SpikeML.Plot;"];
    string[] rest = [.. lines.Where(line => !usings.Contains(line))];
    int types = Array.FindIndex(rest, line => TypeStart().IsMatch(line));
    string[] statements = types < 0 ? rest : rest[..types];
    // A block that is an expression, such as a call that makes a figure.
    if (!statements.Any(line => line.Contains(';')))
        statements = ["_ =", .. statements, ";"];
    return $$"""

        namespace SpikeML.Docs.Tests.Snippets.{{name}}
        {
        {{string.Join('\n', usings)}}

        internal sealed class Snippet : {{given}}
        {
        public override string[] Prints => [{{string.Join(", ", Printed.By(lines).Select(Literal))}}];

        public override async Task Run()
        {
        {{string.Join('\n', statements)}}
        }
        }
        {{(types < 0 ? "" : string.Join('\n', rest[types..]))}}
        }

        """;
}

static string Literal(string text) => $"@\"{text.Replace("\"", "\"\"")}\"";

internal static partial class Program
{
    [GeneratedRegex(@"<!-- given: (?<class>\w+) -->")]
    private static partial Regex Given();

    [GeneratedRegex(@"^(\[|(public |internal |sealed |static |partial )*(class|record|struct|enum|interface) )")]
    private static partial Regex TypeStart();
}
