using System.CommandLine;
using System.CommandLine.Invocation;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Help;

/// <summary>The help of a command: what it does, how it is typed, an example, and its options by topic.</summary>
internal sealed class HelpPage : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        Console.Out.Write(Of(parseResult.CommandResult.Command));
        return 0;
    }

    public static string Of(Command command)
    {
        HelpText text = new();
        text.Paragraph(command.Description ?? "");
        text.Line();
        text.Paragraph($"Usage: {Usage(command)}");
        if (command is IToolCommand { Examples: { Count: > 0 } examples })
        {
            text.Heading(examples.Count == 1 ? "Example" : "Examples");
            foreach (string example in examples)
                text.Line($"  {example}");
        }
        if (command.Subcommands.Any(each => !each.Hidden))
            text.Heading("Commands");
        foreach (Command each in command.Subcommands.Where(each => !each.Hidden))
            text.Term(each.Name, FirstSentence(each.Description ?? ""));
        if (command.Arguments.Count > 0)
            text.Heading("Arguments");
        foreach (Argument argument in command.Arguments)
            text.Term(argument.Name.ToUpperInvariant(), argument.Description ?? "");
        WriteOptions(text, command);
        return text.ToString();
    }

    private static void WriteOptions(HelpText text, Command command)
    {
        foreach ((string heading, List<Option> options) in (command as IToolCommand)?.Groups ?? new())
        {
            text.Heading(heading);
            options.ForEach(option => text.Term(Term(option), Description(option)));
        }
        text.Heading("For every command");
        text.Term("-h, --help", $"Show help, also as '{ToolProgram.Current.Name} help COMMAND'.");
        text.Term("--verbose", "Show stack traces of errors.");
        if (command is RootCommand)
            text.Term("-V, --version", "Show the version.");
    }

    private static string Usage(Command command)
    {
        string name = NameOf(command);
        if (command.Subcommands.Count > 0 && command.Arguments.Count == 0)
            return $"{name} COMMAND [options]";
        IEnumerable<string> arguments = command.Arguments.Select(argument =>
        {
            string value = $"{argument.Name.ToUpperInvariant()}{(argument.Arity.MaximumNumberOfValues > 1 ? "..." : "")}";
            return argument.Arity.MinimumNumberOfValues == 0 ? $"[{value}]" : value;
        });
        IEnumerable<string> required = command.Options.Where(option => option.Required).Select(option =>
            $"{Shortest(option)} {Value(option.HelpName ?? "")}");
        bool hasOptions = command.Options.Any(option => !option.Required);
        return string.Join(' ', [name, .. arguments, .. required, .. hasOptions ? ["[options]"] : (string[])[]]);
    }

    /// <summary>The command as it is typed.</summary>
    public static string NameOf(Command command) => command is RootCommand ? ToolProgram.Current.Name
        : $"{(command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? NameOf(parent) : ToolProgram.Current.Name)} "
            + command.Name;

    private static string Term(Option option)
    {
        string names = string.Join(", ", option.Aliases.Append(option.Name).OrderBy(name => name.Length));
        return option.HelpName is string value ? $"{names} {Value(value)}" : names;
    }

    private static string Value(string name) => name.Any(character => character is '|' or '.' or '/') ? name
        : name.ToUpperInvariant();

    private static string Description(Option option) => $"{option.Description}{(option.Required ? " Required." : "")}";

    private static string Shortest(Option option) => option.Aliases.Append(option.Name).MinBy(name => name.Length)!;

    private static string FirstSentence(string text)
    {
        int end = text.IndexOf(". ", StringComparison.Ordinal), note = text.IndexOf(" (", StringComparison.Ordinal);
        int cut = new[] { end, note }.Where(at => at > 0).DefaultIfEmpty(text.TrimEnd('.').Length).Min();
        return text[..cut];
    }
}
