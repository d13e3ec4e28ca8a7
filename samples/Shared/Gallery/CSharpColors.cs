using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace SpikeML.Samples.Gallery;

/// <summary>C# code as HTML with its keywords, types, calls, numbers, texts and comments marked for colours.</summary>
internal static partial class CSharpColors
{
    private static readonly HashSet<string> Keywords =
    [
        "new", "int", "float", "double", "string", "bool", "byte", "uint", "var", "true", "false", "null", "out", "in", "from",
        "select", "where", "return", "this", "is", "not", "with",
    ];

    public static string ToHtml(string code)
    {
        StringBuilder html = new();
        foreach (Match token in Token().Matches(code))
        {
            string text = WebUtility.HtmlEncode(token.Value), kind = KindOf(token);
            html.Append(kind.Length == 0 ? text : $"<span class=\"{kind}\">{text}</span>");
        }
        return html.ToString();
    }

    private static string KindOf(Match token)
    {
        if (token.Groups["comment"].Success)
            return "comment";
        if (token.Groups["text"].Success)
            return "text";
        if (token.Groups["number"].Success)
            return "number";
        if (!token.Groups["word"].Success)
            return "";
        if (Keywords.Contains(token.Value))
            return "keyword";
        if (token.Groups["call"].Success)
            return "call";
        return char.IsUpper(token.Value[0]) && !token.Groups["member"].Success ? "type" : "";
    }

    [GeneratedRegex("""
        (?<comment>//[^\n]*)|(?<text>\$?"(?:\\.|[^"\\])*")|(?<number>\b\d[\d_]*(?:\.\d+)?f?\b)
        |(?<member>(?<=\.))?(?<word>[A-Za-z_]\w*)(?<call>(?=[(]))?|.
        """, RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Token();
}
