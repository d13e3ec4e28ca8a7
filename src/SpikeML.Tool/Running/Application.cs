using System.CommandLine;
using System.Runtime.InteropServices;
using SpikeML.Tool.Commands;

namespace SpikeML.Tool.Running;

/// <summary>Runs a command line. Errors are one line on standard error, and an interruption leaves no incomplete file.</summary>
internal static class Application
{
    private static readonly Option<bool> Verbose = new("--verbose")
    {
        Description = "Show stack traces of errors.",
        Recursive = true
    };

    public static async Task<int> RunAsync(string[] arguments)
    {
        using CancellationTokenSource interruption = new();
        int interrupted = ExitCode.Interrupted;
        using PosixSignalRegistration onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
            Interrupt(signal, ExitCode.Interrupted));
        using PosixSignalRegistration onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
            Interrupt(signal, ExitCode.Terminated));
        ParseResult command = Root().Parse(arguments.Length == 0 ? ["--help"] : arguments);
        if (command.Errors.Count > 0)
            return Report(ExitCode.Usage, $"{Describe(command)} See '{NameOf(command)} --help'.");
        try
        {
            return await command.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null },
                interruption.Token);
        }
        catch (Exception) when (interruption.IsCancellationRequested)
        {
            return Report(interrupted, "Interrupted; nothing was written.");
        }
        catch (Exception error)
        {
            (int exitCode, string message) = ErrorReport.Of(error);
            return Report(exitCode, command.GetValue(Verbose) ? $"{message}{Environment.NewLine}{error}" : message);
        }

        void Interrupt(PosixSignalContext signal, int exitCode)
        {
            signal.Cancel = true;
            interrupted = exitCode;
            interruption.Cancel();
        }
    }

    private static RootCommand Root() => new("Encodes data as spike trains, in one run or in shards with the same result.")
    {
        EncodeCommand.Make(),
        FitCommand.Make(),
        MergeCommand.Make(),
        InfoCommand.Make(),
        RasterCommand.Make(),
        CleanCommand.Make(),
        Verbose,
    };

    /// <summary>The first unknown word, because everything after it may be misread; otherwise the error.</summary>
    private static string Describe(ParseResult command)
    {
        string[] errors = [.. command.Errors.Select(error => error.Message)];
        if (errors.FirstOrDefault(error => error.StartsWith(PathArgument.NoOption, StringComparison.Ordinal)) is string slip)
            return slip;
        return command.UnmatchedTokens is [string unknown, ..] ? $"'{unknown}' is not a known command or option." : errors[0];
    }

    private static int Report(int exitCode, string message)
    {
        Console.Error.WriteLine($"spikeml: {message}");
        return exitCode;
    }

    private static string NameOf(ParseResult command)
    {
        List<string> names = [];
        for (var at = command.CommandResult; at is not null; at = at.Parent as System.CommandLine.Parsing.CommandResult)
            names.Insert(0, at.Command is RootCommand ? "spikeml" : at.Command.Name);
        return string.Join(' ', names);
    }
}
