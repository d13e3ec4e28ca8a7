using System.CommandLine;
using System.CommandLine.Help;
using System.Runtime.InteropServices;
using SpikeML.Tool.Commands;
using SpikeML.Tool.Help;

namespace SpikeML.Tool.Running;

/// <summary>Runs a command line. Errors are one line on standard error, and an interruption leaves no incomplete file.</summary>
internal static class Application
{
    /// <summary>How long an interrupted command may take to end by itself.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly Option<bool> Verbose = new("--verbose")
    {
        Recursive = true
    };

    /// <summary>The command <c>spikeml</c>.</summary>
    public static ToolProgram Program { get; } = new("spikeml", Root, StartPage.Of);

    /// <summary>Runs a program as the process's own.</summary>
    public static Task<int> MainAsync(ToolProgram program, string[] arguments)
    {
        StandardStreams.Prepare();
        return RunAsync(program, arguments);
    }

    public static async Task<int> RunAsync(ToolProgram program, string[] arguments)
    {
        ToolProgram.Current = program;
        if (!HasCurrentFolder())
            return Report(ExitCode.Failed, "The current folder no longer exists: change to another.");
        RootCommand root = Configured(program.Root());
        using CancellationTokenSource interruption = new();
        int interrupted = ExitCode.Interrupted, signals = 0;
        bool isDone = false;
        using PosixSignalRegistration onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
            Interrupt(signal, ExitCode.Interrupted));
        using PosixSignalRegistration onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
            Interrupt(signal, ExitCode.Terminated));
        // A file may be called @name; System.CommandLine would read options from it.
        ParseResult command = root.Parse(
            PathArgument.Plain(arguments is ["help", .. string[] topic] ? [.. topic, "--help"] : arguments),
            new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (arguments.Length > 0 && command.Errors.Count > 0)
            return Report(ExitCode.Usage, $"{CommandLineErrors.Describe(command)} See "
                + $"'{HelpPage.NameOf(command.CommandResult.Command)} --help'.");
        try
        {
            if (arguments.Length == 0)
            {
                Console.Write(program.StartPage(root));
                return ExitCode.Done;
            }
            return await command.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null },
                interruption.Token);
        }
        catch (BrokenPipeException)
        {
            return ExitCode.BrokenPipe;
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
        finally
        {
            isDone = true;
            StandardInput.Delete();
        }

        void Interrupt(PosixSignalContext signal, int exitCode)
        {
            signal.Cancel = true;
            interrupted = exitCode;
            if (Interlocked.Increment(ref signals) > 1)
                EndAnyway();
            _ = Task.Delay(Patience).ContinueWith(_ => EndAnyway(), TaskScheduler.Default);
            try
            {
                interruption.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // The command ended meanwhile.
            }
        }

        // Between the rows, everything stops at once; a single row of billions of spikes takes minutes.
        void EndAnyway()
        {
            if (isDone)
                return;
            Report(interrupted, "Interrupted. An incomplete file may be left: 'spikeml clean FOLDER' deletes it from a folder.");
            StandardInput.Delete();
            Environment.Exit(interrupted);
        }
    }

    private static RootCommand Root() =>
        new("Encodes data as spike trains, in one run or in shards with the same result.")
        {
            EncodeCommand.Make(),
            FitCommand.Make(),
            MergeCommand.Make(),
            InfoCommand.Make(),
            RasterCommand.Make(),
            AnimateCommand.Make(),
            CompareCommand.Make(),
            PredictCommand.Make(),
            NirCommand.Make(),
            OnnxCommand.Make(),
            DownloadCommand.Make(),
            DemoCommand.Make(),
            CleanCommand.Make(),
            CompletionCommand.Make(),
            new Command("help", "Show the help of a command, such as 'spikeml help encode rate'."),
        };

    private static RootCommand Configured(RootCommand root)
    {
        root.Add(Verbose);
        foreach (Option option in root.Options)
        {
            if (option is HelpOption help)
                help.Action = new HelpPage();
            if (option is VersionOption version)
                version.Aliases.Add("-V");
        }
        return root;
    }

    private static bool HasCurrentFolder()
    {
        try
        {
            return Directory.GetCurrentDirectory().Length > 0;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static int Report(int exitCode, string message)
    {
        Console.Error.WriteLine($"{ToolProgram.Current.Name}: {StandardInput.Hide(message)}");
        return exitCode;
    }
}
