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

    public void Picture(GalleryPicture picture)
    {
        Code(picture.Code);
        EndBlock();
        _body.Append($"""
            <figure{(picture.Moves ? " class=\"moving\"" : "")}>
            <img src="{picture.File}" width="{picture.Width}" height="{picture.Height}" alt="{Encode(picture.Alt)}">
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
            _body.Append($"<pre class=\"{_blockKind}\">{Encode(_block.ToString().TrimEnd())}</pre>\n");
        _block.Clear();
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
