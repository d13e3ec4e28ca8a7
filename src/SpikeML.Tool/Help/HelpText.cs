using System.Text;

namespace SpikeML.Tool.Help;

/// <summary>Text of at most 80 columns.</summary>
internal sealed class HelpText
{
    private const int Width = 80, TermIndent = 2, TextIndent = 26, Gap = 2;
    private readonly StringBuilder _text = new();

    public void Line(string line = "") => _text.Append(line).Append('\n');

    public void Heading(string heading)
    {
        Line();
        Line($"{heading}:");
    }

    /// <summary>A paragraph.</summary>
    public void Paragraph(string text, int indent = 0)
    {
        foreach (string line in Wrapped(text, Width - indent))
            Line($"{new string(' ', indent)}{line}");
    }

    /// <summary>A term and, in a column to its right, its text, which begins below a long term.</summary>
    public void Term(string term, string text)
    {
        string start = $"{new string(' ', TermIndent)}{term}";
        string[] lines = [.. Wrapped(text, Width - TextIndent)];
        bool fits = start.Length + Gap <= TextIndent && lines.Length > 0;
        Line(fits ? $"{start.PadRight(TextIndent)}{lines[0]}" : start);
        foreach (string line in lines.Skip(fits ? 1 : 0))
            Line($"{new string(' ', TextIndent)}{line}");
    }

    public override string ToString() => _text.ToString();

    /// <summary>A word that is longer than a line, such as a list of numbers, continues after a comma.</summary>
    private static IEnumerable<string> Pieces(string word, int width)
    {
        for (int end; word.Length > width && (end = word.LastIndexOf(',', width - 1)) > 0; word = word[(end + 1)..])
            yield return word[..(end + 1)];
        yield return word;
    }

    private static IEnumerable<string> Wrapped(string text, int width)
    {
        string line = "";
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, width)))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }
            line += line.Length > 0 ? $" {word}" : word;
        }
        if (line.Length > 0)
            yield return line;
    }
}
