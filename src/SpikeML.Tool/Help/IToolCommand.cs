using System.CommandLine;

namespace SpikeML.Tool.Help;

/// <summary>A command whose help shows its options in groups, and examples.</summary>
internal interface IToolCommand
{
    /// <summary>Command lines that work as they are.</summary>
    IReadOnlyList<string> Examples { get; }

    OptionGroups Groups { get; }
}

/// <summary>Adds options in groups.</summary>
internal static class ToolCommandOptions
{
    /// <summary>Adds options to a group.</summary>
    public static void Add<TCommand>(this TCommand command, string heading, params IEnumerable<Option> options)
        where TCommand : Command, IToolCommand
    {
        foreach (Option option in options)
        {
            command.Groups.Of(heading).Add(option);
            command.Add(option);
            if (option.HelpName is string words && words.Contains('|'))
                option.CompletionSources.Add(words.Split('|'));
        }
    }
}
