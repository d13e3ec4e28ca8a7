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
