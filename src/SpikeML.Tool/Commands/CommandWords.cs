using System.CommandLine;
using System.CommandLine.Parsing;
using SpikeML.Tool.Encoders;
using SpikeML.Tool.Help;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Commands;

/// <summary>The words that can be typed, to suggest the one that was meant.</summary>
internal static class CommandWords
{
    private const string FirstEncoder = "rate";

    /// <summary>The names of the options that a command accepts.</summary>
    public static IEnumerable<string> OptionsOf(SymbolResult result)
    {
        for (SymbolResult? at = result; at is not null; at = at.Parent)
        {
            if (at is not CommandResult command)
                continue;
            bool isOwn = result == command || result.Parent == command;
            foreach (Option option in command.Command.Options.Where(option => isOwn || option.Recursive))
                yield return option.Name;
        }
    }

    /// <summary>What an unknown word was probably meant to be.</summary>
    public static string Suggest(CommandResult command, string word)
    {
        if (command.Command.Subcommands.FirstOrDefault(each => each.Name == FirstEncoder) is { } encoder
            && (Path.Exists(word) || encoder.Options.Any(option => option.Name == word || option.Aliases.Contains(word))))
            return $" Name an encoder first, as in '{HelpPage.NameOf(encoder)} {word}'.";
        if (word.StartsWith('-'))
            return Suggestion.For(word, OptionsOf(command));
        if (command.Command is RootCommand && Encoder.All.Any(encoder => encoder.Name == word))
            return $" Did you mean 'encode {word}'?";
        return Suggestion.For(word, command.Command.Subcommands.Select(each => each.Name));
    }
}
