using System.Text;
using System.Text.RegularExpressions;

// Turns the C# blocks of Markdown files into classes that a test project compiles and runs.
// Usage: DocSnippets <output.cs> <file.md> [<file.md> ...]
StringBuilder code =
    new("// Made by eng/DocSnippets from the documents' code blocks.\n#pragma warning disable CS1998, IDE0005, IDE0059\n");
foreach (string path in args.Skip(1))
{
    string document = NameOf(path);
    string text = File.ReadAllText(path);
    // What a document's code takes as given stands in a class of the test project that the document names.
    string given = Given().Match(text) is { Success: true } match ? match.Groups["class"].Value : "DocumentSnippet";
    int number = 0;
    foreach (Match block in Blocks().Matches(text))
        code.Append(Snippet(given, $"{Regex.Replace(document, @"\W", "_")}_{++number}", block.Groups["code"].Value.Split('\n')));
}
if (!File.Exists(args[0]) || File.ReadAllText(args[0]) != code.ToString())
    File.WriteAllText(args[0], code.ToString());

// A package's README is named by its project, a page of the API reference by its folder too.
static string NameOf(string path)
{
    string folder = Path.GetDirectoryName(path)!, name = Path.GetFileNameWithoutExtension(path);
    if (name == "README" && Directory.EnumerateFiles(folder, "*.csproj").Any())
        return Path.GetFileName(folder);
    return Path.GetFileName(Path.GetDirectoryName(folder)) == "api" ? $"api_{Path.GetFileName(folder)}_{name}" : name;
}

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
        public override async Task Run()
        {
        {{string.Join('\n', statements)}}
        }
        }
        {{(types < 0 ? "" : string.Join('\n', rest[types..]))}}
        }

        """;
}

internal static partial class Program
{
    [GeneratedRegex(@"^```csharp\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"<!-- given: (?<class>\w+) -->")]
    private static partial Regex Given();

    [GeneratedRegex(@"^(\[|(public |internal |sealed |static |partial )*(class|record|struct|enum|interface) )")]
    private static partial Regex TypeStart();
}
