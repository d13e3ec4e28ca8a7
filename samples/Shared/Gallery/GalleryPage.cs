using System.Net;
using System.Text;

namespace SpikeML.Samples.Gallery;

/// <summary>
/// A self-contained HTML page with headings, code, output and figures; it only needs the pictures next to it.
/// </summary>
internal sealed class GalleryPage(string title, string introductionHtml)
{
    private readonly StringBuilder _contents = new(), _body = new(), _block = new();
    private string _blockKind = "";

    /// <summary>A heading; its number determines its level.</summary>
    public void Heading(string text)
    {
        EndBlock();
        string number = text.Split(' ')[0].TrimEnd('.');
        int level = number.Split('.').Length;
        _contents.Append($"<li class=\"level{level}\"><a href=\"#s{number}\">{Encode(text)}</a></li>\n");
        _body.Append($"<h{level + 1} id=\"s{number}\">{Encode(text)}</h{level + 1}>\n");
    }

    public void Output(string text) => AddLine("output", text);

    public void Code(string code) => AddLine("code", code);

    /// <summary>A paragraph, of HTML.</summary>
    public void Paragraph(string html, string kind = "")
    {
        EndBlock();
        _body.Append($"<p{(kind.Length == 0 ? "" : $" class=\"{kind}\"")}>{html}</p>\n");
    }

    /// <summary>A formula, of MathML.</summary>
    public void Formula(string mathMl)
    {
        EndBlock();
        _body.Append($"<div class=\"formula\" role=\"group\" tabindex=\"0\" aria-label=\"Formula\">{mathMl}</div>\n");
    }

    public void Picture(GalleryPicture picture)
    {
        Code(picture.Code);
        EndBlock();
        string image = $"<img src=\"{picture.File}\" width=\"{picture.Width}\" height=\"{picture.Height}\" "
            + $"alt=\"{Encode(picture.Alt)}\">";
        string sources = string.Concat(picture.Variants.Select(variant =>
            $"<source srcset=\"{variant.File}\" width=\"{variant.Width}\" height=\"{variant.Height}\" "
                + $"media=\"{variant.Media}\">\n"));
        string shown = sources.Length == 0 ? image : $"<picture>\n{sources}{image}\n</picture>";
        string kind = picture.Moves ? " class=\"moving\"" : sources.Length == 0 ? "" : " class=\"themed\"";
        _body.Append($"""
            <figure{kind}>
            {shown}
            <figcaption>{Encode(picture.Caption)}. <a href="{picture.LinkFile}">{Encode(picture.LinkText)}</a></figcaption>
            </figure>

            """);
    }

    public string ToHtml()
    {
        EndBlock();
        return $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Encode(title)}</title>
            <style>
            {GalleryStyle.Css}
            </style>
            </head>
            <body>
            <main>
            <h1>{Encode(title)}</h1>
            <p>{introductionHtml}</p>
            <nav aria-label="Contents"><ul>
            {_contents}</ul></nav>
            {_body}</main>
            </body>
            </html>

            """;
    }

    // Consecutive lines of the same kind form one block.
    private void AddLine(string kind, string text)
    {
        if (_blockKind != kind)
            EndBlock();
        _blockKind = kind;
        _block.Append(text).Append('\n');
    }

    private void EndBlock()
    {
        if (_block.Length > 0)
        {
            string text = _block.ToString().TrimEnd(), html = _blockKind == "code" ? CSharpColors.ToHtml(text) : Encode(text);
            _body.Append($"<pre class=\"{_blockKind}\">{html}</pre>\n");
        }
        _block.Clear();
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
