using System.CommandLine;

namespace SpikeML.Tool.Help;

/// <summary>A command whose help shows its options in groups, and examples.</summary>
internal sealed class ToolCommand(string name, string description) : Command(name, description)
{
    private readonly List<(string Heading, List<Option> Options)> _groups = [];

    /// <summary>Command lines that work as they are.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    public IReadOnlyList<(string Heading, List<Option> Options)> Groups => _groups;

    /// <summary>Adds options to a group.</summary>
    public void Add(string heading, params IEnumerable<Option> options)
    {
        foreach (Option option in options)
        {
            if (_groups.Find(group => group.Heading == heading).Options is not { } members)
                _groups.Add((heading, members = []));
            members.Add(option);
            Add(option);
            if (option.HelpName is string words && words.Contains('|'))
                option.CompletionSources.Add(words.Split('|'));
        }
    }
}
