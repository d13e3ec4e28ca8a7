using System.Text.RegularExpressions;

namespace SpikeML.Tool.Tests;

/// <summary>
/// The messages that docs/errors.md lists: "..." stands for any text, and names in quotes and numbers for others.
/// </summary>
internal static partial class ErrorPage
{
    /// <summary>What stands for a part of a message that is only known when it is written.</summary>
    public const char Part = '\u2026';

    private static readonly Lazy<Regex[]> Messages = new(() => [.. File.ReadLines(WorkFolder.Source("docs/errors.md"))
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Select(line => Pattern(line.Split(" | ")[0][2..]))]);

    /// <summary>Requires that the page lists a message.</summary>
    public static void RequireListed(string message) => Assert.True(Array.Exists(Messages.Value, each => each.IsMatch(message)),
        $"docs/errors.md does not list this message, nor one of its kind: {message}");

    private static Regex Pattern(string message)
    {
        string text = message.Trim().TrimEnd('.').Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">",
            StringComparison.Ordinal);
        return new Regex("^" + Variable().Replace(text, part => part.Value switch
        {
            "..." => ".*",
            ['\'', ..] => "'.*?'",
            _ when char.IsAsciiDigit(part.Value[0]) => $"[-.,0-9a-zA-Z{Part}]+",
            _ => Regex.Escape(part.Value),
        }), RegexOptions.Singleline);
    }

    [GeneratedRegex(@"\.\.\.|'[^']*'|\d[\d.,]*(?<=\d)|[^.'\d]+|.")]
    private static partial Regex Variable();
}
