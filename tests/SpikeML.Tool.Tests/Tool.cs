using System.Diagnostics;

namespace SpikeML.Tool.Tests;

/// <summary>What a process said.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Errors);

/// <summary>Runs the tool as a process of its own, as users and jobs do.</summary>
internal static class Tool
{
    public static string Assembly { get; } = Path.Combine(AppContext.BaseDirectory, "SpikeML.Tool.dll");

    public static Outcome Run(WorkFolder folder, params string[] arguments) => Finish(Start(folder, arguments));

    /// <summary>Runs words that are separated by blanks, and takes for granted that all goes well.</summary>
    public static string Do(WorkFolder folder, string arguments)
    {
        Outcome outcome = Run(folder, arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.True(outcome.ExitCode == 0, $"{arguments}: {outcome.ExitCode} {outcome.Errors}");
        return outcome.Output;
    }

    public static Process Start(WorkFolder folder, params string[] arguments) => Start(folder, "dotnet", ["exec", Assembly, .. arguments]);

    public static Process Start(WorkFolder folder, string program, IEnumerable<string> arguments, params (string Name, string Value)[] variables)
    {
        ProcessStartInfo start = new(program, arguments) { WorkingDirectory = folder.Path, RedirectStandardOutput = true, RedirectStandardError = true };
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
