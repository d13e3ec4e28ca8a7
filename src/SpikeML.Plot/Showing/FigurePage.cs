using System.Net;
using SpikeML.Plot.Pages;

namespace SpikeML.Plot.Showing;

/// <summary>A page with one figure, which scales to the window.</summary>
internal static class FigurePage
{
    public static string Write(Figure figure)
    {
        string title = WebUtility.HtmlEncode(figure is PlotFigure { Model.Title: { } text } ? text.ReplaceLineEndings(" ")
            : "Figure");
        string drawing = figure.ToSvg();
        return $$"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{{title}}</title>
            <style>
            html, body { height: 100%; margin: 0; background: {{PageColor.Hex(figure.Theme.Background)}}; }
            h1 { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(1px); }
            main { display: grid; height: 100%; place-items: center; }
            svg { width: 100%; height: auto; max-width: {{MostScale * figure.Width}}px; max-height: 100vh; }
            </style>
            </head>
            <body>
            <main>
            <h1>{{title}}</h1>
            {{drawing[drawing.IndexOf("<svg", StringComparison.Ordinal)..]}}
            </main>
            </body>
            </html>

            """;
    }

    private const int MostScale = 2;
}
