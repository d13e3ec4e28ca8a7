using System.Diagnostics;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Tests;

/// <summary>What the tool said.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Errors);

/// <summary>Runs the tool: in this process, which saves the time that hundreds take to start, or as users and jobs do.</summary>
internal static class Tool
{
    private static readonly Lock OneAtATime = new();

    // As in the log of a job: no bar, even where the tests run in a terminal.
    static Tool() => Environment.SetEnvironmentVariable("CI", "true");

    public static string Assembly { get; } = Path.Combine(AppContext.BaseDirectory, "SpikeML.Tool.dll");

    /// <summary>Runs a command in this process.</summary>
    public static Outcome Run(WorkFolder folder, params string[] arguments) => Run(Application.Program, folder, arguments);

    /// <summary>Runs a program in this process.</summary>
    public static Outcome Run(ToolProgram program, WorkFolder folder, params string[] arguments)
    {
        // The current folder and the console are the whole process's.
        lock (OneAtATime)
        {
            string current = Directory.GetCurrentDirectory();
            (TextWriter output, TextWriter errors) = (Console.Out, Console.Error);
            using StringWriter said = new(), complained = new();
            try
            {
                Directory.SetCurrentDirectory(folder.Path);
                Console.SetOut(said);
                Console.SetError(complained);
                int exitCode = Task.Run(() => Application.RunAsync(program, arguments)).GetAwaiter().GetResult();
                return new Outcome(exitCode, $"{said}", $"{complained}");
            }
            finally
            {
                Console.SetOut(output);
                Console.SetError(errors);
                Directory.SetCurrentDirectory(current);
            }
        }
    }

    /// <summary>Runs a command in a process of its own.</summary>
    public static Outcome RunProcess(WorkFolder folder, params string[] arguments) => Finish(Start(folder, arguments));

    /// <summary>Runs words that are separated by blanks, and takes for granted that all goes well.</summary>
    public static string Do(WorkFolder folder, string arguments)
    {
        Outcome outcome = Run(folder, arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.True(outcome.ExitCode == 0, $"{arguments}: {outcome.ExitCode} {outcome.Errors}");
        return outcome.Output;
    }

    /// <summary>Runs a command that must fail with one line that says why, and must write nothing.</summary>
    public static string Refuse(WorkFolder folder, string arguments, int exitCode, string message) =>
        Refuse(Application.Program, folder, arguments, exitCode, message);

    /// <summary>Runs a program that must fail with one line that says why, which is returned, and must write nothing.</summary>
    public static string Refuse(ToolProgram program, WorkFolder folder, string arguments, int exitCode, string message)
    {
        string[] before = folder.Files();
        Outcome outcome = Run(program, folder, arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.True(exitCode == outcome.ExitCode, $"{outcome.ExitCode}: {outcome.Errors}");
        string line = outcome.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Last();
        Assert.StartsWith($"{program.Name}: ", line);
        Assert.Contains(message, line);
        Assert.DoesNotContain("   at ", outcome.Errors);
        Assert.DoesNotContain("mlContext", outcome.Errors);
        Assert.Equal(before, folder.Files());
        return line[$"{program.Name}: ".Length..];
    }

    public static Process Start(WorkFolder folder, params string[] arguments) =>
        Start(folder, "dotnet", ["exec", Assembly, .. arguments]);

    public static Process Start(
        WorkFolder folder, string program, IEnumerable<string> arguments, params (string Name, string Value)[] variables)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // As in the tests themselves: profiles for the compiler cost more time than they gain in seconds.
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach ((string name, string value) in variables)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public static Outcome Finish(Process process)
    {
        using (process)
        {
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return new Outcome(process.ExitCode, output, errors.Result);
        }
    }
}
