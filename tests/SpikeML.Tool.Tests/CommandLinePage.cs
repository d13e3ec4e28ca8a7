using System.CommandLine;
using System.Text;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Tests;

/// <summary>
/// A page of docs/command-line, which shows what a program prints at 80 columns. The tests compare the page with what the program
/// prints now.
/// </summary>
internal sealed class CommandLinePage(string name, string title, string introduction)
{
    private const int Width = 80;
    private const string Home = "/home/me";
    private readonly StringBuilder _text = new($"# {title}\n\n{introduction}\n");

    /// <summary>The commands of a program as they are typed, the program itself first.</summary>
    public static string[] Commands(ToolProgram program) => [program.Name, .. Below(program.Root(), program.Name)];

    public void Heading(string heading) => _text.Append($"\n## {heading}\n");

    public void Paragraph(string paragraph) => _text.Append($"\n{paragraph}\n");

    /// <summary>What is printed, as it is.</summary>
    public void Printed(string text)
    {
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= Width, $"This line has {line.Length} columns: {line}"));
        _text.Append($"\n```text\n{text.TrimEnd('\n')}\n```\n");
    }

    /// <summary>Commands that fail, with what they print on standard error and how they end.</summary>
    public void Failures(ToolProgram program, WorkFolder folder, params string[] commands) =>
        Printed(string.Join("\n\n", commands.Select(command => Failure(program, folder, command))));

    /// <summary>Fails if the page in docs is another.</summary>
    public void RequireApproved()
    {
        string path = WorkFolder.Source(Path.Combine("docs", "command-line", name));
        string received = WorkFolder.Source(Path.Combine("output", "command-line", name));
        if (File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == $"{_text}")
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(received)!);
        File.WriteAllText(received, $"{_text}");
        Assert.Fail($"{path} does not show what the command prints. Compare it with {received}; if every change is meant, "
            + $"approve them: mv '{received}' '{path}'.");
    }

    private static IEnumerable<string> Below(Command command, string typed) => command.Subcommands
        .Where(each => !each.Hidden && each.Name != "help")
        .SelectMany(each => Below(each, $"{typed} {each.Name}").Prepend($"{typed} {each.Name}"));

    private static string Failure(ToolProgram program, WorkFolder folder, string command)
    {
        Outcome outcome = Tool.Run(program, folder, command.Split(' ')[1..]);
        Assert.True(outcome is { ExitCode: not ExitCode.Done, Output: "" }, $"{command}: {outcome}");
        // macOS reaches the temporary folder through a link.
        string errors = outcome.Errors.ReplaceLineEndings("\n").TrimEnd('\n').Replace($"/private{folder.Path}", Home,
            StringComparison.Ordinal).Replace(folder.Path, Home, StringComparison.Ordinal);
        return $"$ {command}\n{string.Join('\n', errors.Split('\n').SelectMany(Folded))}\n[exit code {outcome.ExitCode}]";
    }

    private static IEnumerable<string> Folded(string line)
    {
        for (int space; line.Length > Width && (space = line.LastIndexOf(' ', Width)) > 0; line = line[(space + 1)..])
            yield return line[..space];
        yield return line;
    }
}
