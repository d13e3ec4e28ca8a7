using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

/// <summary>Turns the elements of documentation comments into Markdown.</summary>
internal sealed partial class XmlMarkdown(Func<string, string> link)
{
    private readonly StringBuilder _text = new();

    public string Convert(XElement element)
    {
        _text.Clear();
        AppendChildren(element);
        return BlankLines().Replace(_text.ToString(), "\n\n").Trim();
    }

    private void AppendChildren(XElement element)
    {
        foreach (XNode node in element.Nodes())
        {
            if (node is XText text)
                AppendText(text.Value);
            else if (node is XElement child)
                Append(child);
        }
    }

    private void Append(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "see":
                _text.Append(element.Attribute("cref") is { } cref
                    ? link(cref.Value) : $"`{element.Attribute("langword")?.Value}`");
                break;
            case "c":
                _text.Append('`').Append(Spaces().Replace(element.Value, " ")).Append('`');
                break;
            case "paramref" or "typeparamref":
                _text.Append('`').Append(element.Attribute("name")!.Value).Append('`');
                break;
            case "br":
                _text.Append("<br />");
                break;
            case "code":
                AppendBlock(element.Value, "    ");
                break;
            case "format":
                AppendBlock(element.Value, "");
                break;
            case "para":
                _text.Append("\n\n");
                AppendChildren(element);
                _text.Append("\n\n");
                break;
            default:
                throw new InvalidDataException($"<{element.Name}> in documentation comments is not known to eng/ApiReference.");
        }
    }

    private void AppendText(string text) => _text.Append(Spaces().Replace(text, " "));

    /// <summary>Keeps lines, without the indentation that they have in common.</summary>
    private void AppendBlock(string text, string indentation)
    {
        string[] lines = [.. text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())];
        int common = lines.Where(line => line.Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty()
            .Min();
        _text.Append("\n\n");
        foreach (string line in lines)
        {
            string kept = line.Length == 0 ? "" : line[common..];
            // A heading, which would come between those of the page.
            _text.Append(kept.StartsWith('#') ? $"**{kept.Trim('#', ' ')}**\n\n"
                : $"{(kept.Length == 0 ? "" : indentation)}{Reference().Replace(kept, "`${name}`")}\n");
        }
        _text.Append("\n\n");
    }

    // As ML.NET's own documentation refers to types.
    [GeneratedRegex(@"<xref:[\w.]*?(?<name>\w+)>")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@" *\n( *\n)+ *")]
    private static partial Regex BlankLines();
}
