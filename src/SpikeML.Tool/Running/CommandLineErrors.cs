using System.CommandLine;
using System.CommandLine.Parsing;
using SpikeML.Tool.Commands;
using SpikeML.Tool.Help;

namespace SpikeML.Tool.Running;

/// <summary>Says what is wrong with a command line.</summary>
internal static class CommandLineErrors
{
    /// <summary>The first unknown word, because everything after it may be misread; otherwise the error.</summary>
    public static string Describe(ParseResult command)
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

    private static string? RepeatedOption(SymbolResult result) => result switch
    {
        OptionResult { IdentifierTokenCount: > 1, Option.Arity.MaximumNumberOfValues: 1 } option => option.Option.Name,
        CommandResult command => command.Children.Select(RepeatedOption).FirstOrDefault(name => name is not null),
        _ => null,
    };
}
