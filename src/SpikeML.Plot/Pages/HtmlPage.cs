using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace SpikeML.Plot.Pages;

/// <summary>
/// Assembles a self-contained page. Its content security policy only allows its own script and styles, by their hashes. Its
/// content is in a shadow root, so several in one page do not interfere.
/// </summary>
internal sealed class HtmlPage
{
    public static readonly HtmlPage Player = new("player"), Raster = new("raster");

    private const string Prefix = "SpikeML.Plot.Pages.", Own = "\0";

    // The text between what each page has of its own: title, text without scripts, data.
    private readonly string[] _pieces;

    private HtmlPage(string name)
    {
        string pageStyle = Read("page.css"), style = Read("common.css") + Read(name + ".css");
        string script = $"\"use strict\";\n(() => {{\n{Read("common.js")}{Read(name + ".js")}}})();";
        Dictionary<string, string> parts = new()
        {
            ["element"] = "spikeml-" + name,
            ["page-style-hash"] = Hash(pageStyle),
            ["style-hash"] = Hash(style),
            ["script-hash"] = Hash(script),
            ["page-style"] = pageStyle,
            ["style"] = style,
            ["script"] = script,
            ["body"] = Read(name + ".html"),
        };
        _pieces = Fill(Read("page.html"), parts).Split(Own);
    }

    /// <param name="title">The page's title; "Spikes" if null or empty.</param>
    /// <param name="noScript">The text that readers see if their browser does not run scripts.</param>
    /// <param name="json">The data; its strings must not contain &lt;, which could end the enclosing element.</param>
    public string Write(string? title, string noScript, string json)
    {
        string[] own = [WebUtility.HtmlEncode(string.IsNullOrEmpty(title) ? "Spikes" : title), WebUtility.HtmlEncode(noScript),
            json, ""];
        StringBuilder page = new();
        for (int i = 0; i < own.Length; i++)
            page.Append(_pieces[i]).Append(own[i]);
        return page.ToString();
    }

    /// <summary>Replaces each {{name}} by its part, or by a mark if the page has its own.</summary>
    private static string Fill(string template, Dictionary<string, string> parts)
    {
        StringBuilder page = new();
        int end = 0;
        for (int start = template.IndexOf("{{", StringComparison.Ordinal); start >= 0;
            start = template.IndexOf("{{", end, StringComparison.Ordinal))
        {
            page.Append(template, end, start - end);
            int close = template.IndexOf("}}", start, StringComparison.Ordinal);
            page.Append(parts.GetValueOrDefault(template[(start + 2)..close], Own));
            end = close + 2;
        }
        return page.Append(template, end, template.Length - end).ToString();
    }

    private static string Hash(string text) => "'sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))
        + "'";

    private static string Read(string name)
    {
        using Stream stream = typeof(HtmlPage).Assembly.GetManifestResourceStream(Prefix + name)
            ?? throw new InvalidOperationException($"The assembly lacks the page's file '{name}'.");
        using StreamReader reader = new(stream, Encoding.UTF8);
        // The hash is of what the browser reads, and it reads every line end as a line feed.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
