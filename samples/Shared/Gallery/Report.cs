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

    /// <summary>
    /// Saves a figure as SVG that follows the reader's light or dark system, for wide screens and for phones, and as PNG.
    /// </summary>
    /// <param name="draw">Draws it in a theme and a width; null: its own width.</param>
    /// <param name="name">The files' name.</param>
    /// <param name="caption">What stands below it.</param>
    /// <param name="alt">What it shows, for those who do not see it.</param>
    /// <param name="code">The code that draws it.</param>
    public void Show(Func<FigureTheme, int?, Figure> draw, string name, string caption, string alt,
        [CallerArgumentExpression(nameof(draw))] string code = "")
    {
        string file = NextFile(name), picture = file + ".svg", print = file + ".png", phone = file + "-phone.svg";
        Figure figure = Save(draw, null, picture), narrow = Save(draw, PhoneWidth, phone);
        figure.Save(Path.Combine(Folder, print));
        Show(new GalleryPicture(picture, figure.Width, figure.Height)
        {
            Code = $"{Dedent(code.Replace("(theme, width) => ", ""))}\n    .Save(\"{picture}\");",
            Caption = caption,
            Alt = alt,
            LinkFile = print,
            LinkText = "As PNG",
            Variants = [new GalleryVariant(phone, narrow.Width, narrow.Height, "(max-width: 480px)")],
        });
    }

    private const int PhoneWidth = 380, SmallWidth = 280;

    private Figure Save(Func<FigureTheme, int?, Figure> draw, int? width, string file)
    {
        Figure light = draw(FigureTheme.Light, width);
        File.WriteAllText(Path.Combine(Folder, file), light.ToSvg(draw(FigureTheme.Dark, width)));
        return light;
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
        // Cells of ten pixels are shown as fourteen, and stay sharp.
        (int times, int over) = animation.Width <= SmallWidth ? (7, 5) : (1, 1);
        Show(new GalleryPicture(picture, animation.Width * times / over, animation.Height * times / over)
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
