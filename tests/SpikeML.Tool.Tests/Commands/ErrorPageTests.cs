using System.Text;
using System.Text.RegularExpressions;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Tests.Commands;

/// <summary>docs/errors.md lists every message that the sources of both commands hold, or one of its kind.</summary>
public partial class ErrorPageTests
{
    private static readonly string Sources = WorkFolder.Source("src");

    public static TheoryData<string> Files => [.. new[] { "SpikeML.Tool", "SpikeML.Tool.Training" }
        .SelectMany(project => Directory.EnumerateFiles(Path.Combine(Sources, project), "*.cs", SearchOption.AllDirectories))
        .Select(path => Path.GetRelativePath(Sources, path).Replace('\\', '/'))
        .Where(path => !path.Contains("/obj/") && !path.Contains("/bin/"))
        .Where(path => MessagesOf(path).Any()).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Page_lists_every_message(string file)
    {
        foreach (string message in MessagesOf(file))
            ErrorPage.RequireListed(message);
    }

    [Fact]
    public void Messages_are_found_in_the_sources()
    {
        string[] all = [.. Files.SelectMany(file => MessagesOf(((ITheoryDataRow)file).GetData()[0]!.ToString()!))];
        Assert.InRange(all.Length, 150, 400);
        Assert.Contains($"--shard '{ErrorPage.Part}' is not a shard: write i/n with i from 0 to n - 1, such as 0/4 for the first "
            + "of four.", all);
        Assert.Contains($"'{ErrorPage.Part}' is a folder, not a file.", all);
        Assert.Contains($"The file '{ErrorPage.Part}' does not exist.", all);
    }

    /// <summary>The messages of a file, without those that only pass on what another part of the program says.</summary>
    private static IEnumerable<string> MessagesOf(string file)
    {
        string text = Invariant().Replace(File.ReadAllText(Path.Combine(Sources, file)), "(");
        foreach (string kind in (string[])[nameof(ToolException.Usage), nameof(ToolException.BadInput),
            nameof(ToolException.Failed)])
        {
            string call = $"{nameof(ToolException)}.{kind}(";
            for (int at = text.IndexOf(call, StringComparison.Ordinal); at >= 0;
                at = text.IndexOf(call, at + 1, StringComparison.Ordinal))
            {
                foreach (string message in new MessageReader(text, at + call.Length).Read())
                {
                    if (message.Count(char.IsAsciiLetter) >= 8)
                        yield return message;
                }
            }
        }
    }

    /// <summary>What says that numbers are in the invariant culture.</summary>
    [GeneratedRegex(@"(string\.Create\(CultureInfo\.InvariantCulture,|FormattableString\.Invariant\()\s*")]
    private static partial Regex Invariant();

    /// <summary>Reads an argument of a call, and the texts that it can be.</summary>
    private sealed class MessageReader(string source, int start)
    {
        private int _at = start;

        public IEnumerable<string> Read()
        {
            (List<string> texts, bool isChoice) = ReadExpression();
            // Of a condition, each text is a message of its own, unless it continues one.
            return isChoice ? texts.Where(text => !char.IsAsciiLetterLower(text[0])) : [string.Concat(texts)];
        }

        /// <summary>The texts of an expression up to the bracket or comma that ends it, with a mark for all else.</summary>
        private (List<string> Texts, bool IsChoice) ReadExpression()
        {
            List<string> texts = [];
            bool isChoice = false;
            for (int depth = 0; _at < source.Length; _at++)
            {
                char character = source[_at];
                if (depth == 0 && character is ')' or ',' or '}')
                    break;
                if (character == '"')
                {
                    texts.Add(ReadText(isInterpolated: source[_at - 1] == '$'));
                    continue;
                }
                if (character == '\'')
                    _at += source[_at + 1] == '\\' ? 3 : 2;
                depth += character is '(' or '[' or '{' ? 1 : character is ')' or ']' or '}' ? -1 : 0;
                isChoice |= character == '?' && source[_at - 1] == ' ' && source[_at + 1] != '?' && source[_at - 2] != '?';
                if (char.IsAsciiLetter(character) && texts.LastOrDefault() != $"{ErrorPage.Part}")
                    texts.Add($"{ErrorPage.Part}");
            }
            return (texts, isChoice);
        }

        private string ReadText(bool isInterpolated)
        {
            StringBuilder text = new();
            for (_at++; source[_at] != '"'; _at++)
            {
                if (isInterpolated && source[_at] == '{' && source[_at + 1] != '{')
                {
                    _at++;
                    SkipHole();
                    text.Append(ErrorPage.Part);
                }
                else
                    text.Append(source[_at] == '\\' ? source[++_at] : source[_at]);
            }
            return text.ToString();
        }

        private void SkipHole()
        {
            for (int depth = 0; depth > 0 || source[_at] != '}'; _at++)
            {
                if (source[_at] == '"')
                    ReadText(isInterpolated: source[_at - 1] == '$');
                else
                    depth += source[_at] is '(' or '[' or '{' ? 1 : source[_at] is ')' or ']' or '}' ? -1 : 0;
            }
        }
    }
}
