using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
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
            return Report(ExitCode.Usage, $"{Describe(command)} See '{HelpPage.NameOf(command.CommandResult.Command)} --help'.");
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

    /// <summary>The first unknown word, because everything after it may be misread; otherwise the error.</summary>
    private static string Describe(ParseResult command)
    {
        string[] errors = [.. command.Errors.Select(error => error.Message)];
        if (errors.FirstOrDefault(error => error.StartsWith(PathArgument.NoOption, StringComparison.Ordinal)) is string slip)
            return slip;
        if (RepeatedOption(command.RootCommandResult) is string repeated)
            return $"{repeated} was given more than once: give it once.";
        if (command.UnmatchedTokens is not [string unknown, ..])
            return errors[0];
        Command typed = command.CommandResult.Command;
        if (FlagBefore(command, unknown) is string flag)
            return $"{flag} expects true or false, got '{unknown}'.";
        return typed is { Arguments.Count: > 0, Subcommands.Count: 0 } && !unknown.StartsWith('-')
            ? $"Unexpected '{unknown}': '{HelpPage.NameOf(typed)}' takes only "
                + $"{string.Join(" and ", typed.Arguments.Select(argument => argument.Name.ToUpperInvariant()))}."
            : $"'{unknown}' is not a known command or option.{CommandWords.Suggest(command.CommandResult, unknown)}";
    }

    /// <summary>The option that an unknown word was given to, although it takes true, false or nothing.</summary>
    private static string? FlagBefore(ParseResult command, string unknown)
    {
        int at = command.Tokens.Select(token => token.Value).ToList().IndexOf(unknown);
        return at > 0 && command.Tokens[at - 1] is { Type: TokenType.Option, Value: string name }
            && command.CommandResult.Command.Options.OfType<Option<bool>>().Any(option =>
                option.Name == name || option.Aliases.Contains(name)) ? name : null;
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

    private static string? RepeatedOption(SymbolResult result) => result switch
    {
        OptionResult { IdentifierTokenCount: > 1, Option.Arity.MaximumNumberOfValues: 1 } option => option.Option.Name,
        CommandResult command => command.Children.Select(RepeatedOption).FirstOrDefault(name => name is not null),
        _ => null,
    };

    private static int Report(int exitCode, string message)
    {
        Console.Error.WriteLine($"{ToolProgram.Current.Name}: {StandardInput.Hide(message)}");
        return exitCode;
    }
}
