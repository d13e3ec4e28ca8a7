using System.Diagnostics;
using System.Text;
using SpikeML.Plot;

namespace SpikeML.Tutorial;

/// <summary>What the tutorial shows: text on the console and in summary.md, pictures beside it.</summary>
internal sealed class Report
{
    private readonly StringBuilder _summary = new("# Spike encoding with ML.NET\n");
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private int _pictures;

    public Report(string folder)
    {
        Folder = folder;
        Directory.CreateDirectory(folder);
    }

    public string Folder { get; }

    public void Section(string title)
    {
        Console.WriteLine($"\n== {title}");
        _summary.Append($"\n## {title}\n\n");
    }

    public void Say(string text)
    {
        Console.WriteLine(text);
        _summary.Append("    ").Append(text.ReplaceLineEndings("\n    ")).Append('\n');
    }

    /// <summary>Saves a figure as PNG and SVG.</summary>
    public void Show(Figure figure, string name, string caption)
    {
        string file = $"{++_pictures:00}-{name}";
        figure.Save(Path.Combine(Folder, file + ".png"));
        figure.Save(Path.Combine(Folder, file + ".svg"));
        Console.WriteLine($"   [{file}.png] {caption}");
        _summary.Append($"\n![{caption}]({file}.png)\n\n");
    }

    public void Finish()
    {
        File.WriteAllText(Path.Combine(Folder, "summary.md"), _summary.ToString());
        Console.WriteLine($"\n{_pictures} pictures and summary.md are in {Folder} ({_watch.Elapsed.TotalSeconds:0.0} s)");
    }
}
