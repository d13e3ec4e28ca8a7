using System.Text.RegularExpressions;

namespace SpikeML.Documents;

/// <summary>What code says that it prints: the comments beside calls of Console.WriteLine, and those right below.</summary>
internal static partial class Printed
{
    public static IEnumerable<string> By(string[] lines)
    {
        bool prints = false;
        foreach (string line in lines)
        {
            Match comment = Comment().Match(line);
            prints = line.Contains("Console.WriteLine(", StringComparison.Ordinal)
                || prints && line.TrimStart().StartsWith("//", StringComparison.Ordinal);
            if (prints && comment.Success)
                yield return comment.Groups["text"].Value;
        }
    }

    [GeneratedRegex(@"(^|\s)// (?<text>.*?)\s*$")]
    private static partial Regex Comment();
}
