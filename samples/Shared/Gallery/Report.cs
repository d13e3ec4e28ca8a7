using System.Diagnostics;
using System.Runtime.CompilerServices;
using SpikeML.Plot;

namespace SpikeML.Samples.Gallery;

/// <summary>The output of a sample: text on the console, and a page with it, the pictures and the code that made them.</summary>
internal sealed class Report
{
    private readonly GalleryPage _page;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private int _pictures;

    public Report(string folder, string title, string introductionHtml)
    {
        _page = new(title, introductionHtml);
        Folder = folder;
        Directory.CreateDirectory(folder);
    }

    public string Folder { get; }

    public void Section(string title)
    {
        Console.WriteLine($"\n== {title}");
        _page.Heading(title);
    }

    public void Say(string text)
    {
        Console.WriteLine(text);
        _page.Output(text);
    }

    /// <summary>Explains an idea on the page, in HTML.</summary>
    public void Explain(string html) => _page.Paragraph(html);

    /// <summary>Puts a formula on the page, of MathML.</summary>
    public void Formula(string mathMl) => _page.Formula(mathMl);

    /// <summary>Says what to notice in the picture above, in HTML.</summary>
    public void Notice(string html) => _page.Paragraph("<strong>What to notice:</strong> " + html, "notice");

    /// <summary>Puts the code of an assignment on the page: <c>Run(out int two, 1 + 1)</c> shows "int two = 1 + 1;".</summary>
    public void Run<T>(out T target, T value, [CallerArgumentExpression(nameof(target))] string targetCode = "",
        [CallerArgumentExpression(nameof(value))] string valueCode = "")
    {
        target = value;
        _page.Code($"{targetCode} = {Dedent(valueCode)};");
    }

    /// <summary>Calls an action and puts its code on the page.</summary>
    public void Run(Action call, [CallerArgumentExpression(nameof(call))] string code = "")
    {
        call();
        _page.Code($"{Dedent(code.Replace("() => ", ""))};");
    }

    /// <summary>Saves a figure as PNG and SVG.</summary>
    public void Show(Figure figure, string name, string caption, string alt,
        [CallerArgumentExpression(nameof(figure))] string code = "")
    {
        string file = NextFile(name), picture = file + ".png", drawing = file + ".svg";
        figure.Save(Path.Combine(Folder, picture));
        figure.Save(Path.Combine(Folder, drawing));
        Show(new GalleryPicture(picture, figure.Width, figure.Height)
        {
            Code = $"{Dedent(code)}\n    .Save(\"{picture}\");",
            Caption = caption,
            Alt = alt,
            LinkFile = drawing,
            LinkText = "As SVG",
        });
    }

    /// <summary>Saves a figure as SVG in the light and in the dark theme, for wide screens and for phones, and as PNG.</summary>
    /// <param name="draw">Draws it in a theme and a width; null: its own width.</param>
    /// <param name="name">The files' name.</param>
    /// <param name="caption">What stands below it.</param>
    /// <param name="alt">What it shows, for those who do not see it.</param>
    /// <param name="code">The code that draws it.</param>
    public void Show(Func<FigureTheme, int?, Figure> draw, string name, string caption, string alt,
        [CallerArgumentExpression(nameof(draw))] string code = "")
    {
        const string Dark = "(prefers-color-scheme: dark)", Phone = "(max-width: 480px)";
        string file = NextFile(name), picture = file + ".svg", print = file + ".png";
        Figure figure = draw(FigureTheme.Light, null);
        figure.Save(Path.Combine(Folder, picture));
        figure.Save(Path.Combine(Folder, print));
        Show(new GalleryPicture(picture, figure.Width, figure.Height)
        {
            Code = $"{Dedent(code.Replace("(theme, width) => ", ""))}\n    .Save(\"{picture}\");",
            Caption = caption,
            Alt = alt,
            LinkFile = print,
            LinkText = "As PNG",
            Variants =
            [
                Save(draw(FigureTheme.Dark, PhoneWidth), file + "-phone-dark.svg", $"{Phone} and {Dark}"),
                Save(draw(FigureTheme.Light, PhoneWidth), file + "-phone.svg", Phone),
                Save(draw(FigureTheme.Dark, null), file + "-dark.svg", Dark),
            ],
        });
    }

    private const int PhoneWidth = 380;

    private GalleryVariant Save(Figure figure, string file, string media)
    {
        figure.Save(Path.Combine(Folder, file));
        return new GalleryVariant(file, figure.Width, figure.Height, media);
    }

    /// <summary>Saves an interactive raster, and links to it.</summary>
    public void Show(InteractiveRaster raster, string name, string caption,
        [CallerArgumentExpression(nameof(raster))] string code = "")
    {
        string file = $"{_pictures:00}-{name}.html";
        raster.Save(Path.Combine(Folder, file));
        Console.WriteLine($"   [{file}] {caption}");
        _page.Code($"{Dedent(code)}\n    .Save(\"{file}\");");
        _page.Paragraph($"<a href=\"{file}\">{caption}</a>");
    }

    /// <summary>Saves an animation as GIF and as a player.</summary>
    public void Show(Animation animation, string name, string caption, string alt,
        [CallerArgumentExpression(nameof(animation))] string code = "")
    {
        string file = NextFile(name), picture = file + ".gif", player = file + ".html";
        animation.Save(Path.Combine(Folder, picture));
        animation.Save(Path.Combine(Folder, player));
        Show(new GalleryPicture(picture, animation.Width, animation.Height)
        {
            Code = $"{Dedent(code)}\n    .Save(\"{picture}\");",
            Caption = caption,
            Alt = alt,
            LinkFile = player,
            LinkText = "Open the player",
            Moves = true,
        });
    }

    public void Finish()
    {
        File.WriteAllText(Path.Combine(Folder, "index.html"), _page.ToHtml());
        Console.WriteLine($"\n{_pictures} pictures and index.html, which shows them, are in {Folder} "
            + $"({_watch.Elapsed.TotalSeconds:0.0} s)");
    }

    private string NextFile(string name) => $"{++_pictures:00}-{name}";

    private void Show(GalleryPicture picture)
    {
        Console.WriteLine($"   [{picture.File}] {picture.Caption}");
        _page.Picture(picture);
    }

    // Continuation lines are indented as deep as in the source.
    private static string Dedent(string code) =>
        string.Join("\n    ", code.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
