using System.Text;
using SpikeML.Documents;

namespace SpikeML.Packages.Tests;

/// <summary>
/// A page's commands as a reader gives them: block after block to one shell, with the page's files written where it says so.
/// Marks: <c>file: Program.cs</c> writes a block to a file, <c>file: app.cs before Program.cs</c> puts it above another of the
/// page's files, <c>in: an empty folder</c> and <c>in: a new console project</c> say where a block begins.
/// </summary>
internal sealed class PageScript
{
    // What a shell prints between the blocks, so that each one's output is known.
    private const string Separator = "=== the next block ===";

    private readonly StringBuilder _script = new();
    private readonly Dictionary<string, string> _files = [];
    private readonly List<(DocumentBlock Block, List<DocumentBlock> Outputs)> _scripts = [];
    private readonly string _folder;

    private int _folders;

    public PageScript(string page, string folder)
    {
        _folder = folder;
        foreach (DocumentBlock block in DocumentBlock.Read(page))
            Add(block);
    }

    public string Script => _script.ToString();

    /// <summary>Compares what the blocks printed with the page, but for digits: other machines have other figures.</summary>
    public void CheckOutput(string output)
    {
        string[] printed = output.ReplaceLineEndings("\n").Split(Separator)[1..];
        Assert.Equal(_scripts.Count, printed.Length);
        foreach (((DocumentBlock block, List<DocumentBlock> outputs), string text) in _scripts.Zip(printed))
            foreach (DocumentBlock expected in outputs)
                Assert.True(Figures.Hide(expected.Code.Trim()) == Figures.Hide(text.Trim()),
                    $"The commands at line {block.Line} print\n{text}\nand the page says\n{expected.Code}");
    }

    private void Add(DocumentBlock block)
    {
        if (block.IsScript || block.File is not null)
            Place(block);
        if (block.File is string file)
            WriteFile(block, file);
        else if (block.Mark("output") is not null)
            _scripts[^1].Outputs.Add(block);
        else if (block.IsScript)
        {
            _scripts.Add((block, []));
            _script.Append($"printf '%s\\n' '{Separator}'\n{block.Code}");
        }
    }

    private void Place(DocumentBlock block)
    {
        if (block.Mark("in") is not string place)
            return;
        Assert.True(place is "an empty folder" or "a new console project", $"Line {block.Line}: no test knows of '{place}'.");
        _script.Append($"mkdir '{Quoted($"{++_folders}")}'; cd '{Quoted($"{_folders}")}'\n");
        if (place == "a new console project")
            _script.Append("dotnet new console -n Spikes -o . >/dev/null\n");
    }

    private void WriteFile(DocumentBlock block, string mark)
    {
        string[] names = mark.Split(" before ");
        string text = names.Length == 1 ? block.Code : $"{block.Code}\n{_files[names[1]]}";
        _files[names[0]] = text;
        string copy = $"{_files.Count}-{names[0]}";
        File.WriteAllText(Path.Combine(_folder, copy), text);
        _script.Append($"cp '{Quoted(copy)}' '{names[0]}'\n");
    }

    private string Quoted(string name) => Path.Combine(_folder, name).Replace('\\', '/');
}
