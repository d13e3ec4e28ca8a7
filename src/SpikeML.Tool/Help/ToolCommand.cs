using System.CommandLine;

namespace SpikeML.Tool.Help;

/// <summary>A command of a program.</summary>
internal sealed class ToolCommand(string name, string description) : Command(name, description), IToolCommand
{
    public IReadOnlyList<string> Examples { get; init; } = [];

    public OptionGroups Groups { get; } = new();
}

/// <summary>The root of a program that has one command, whose name need not be typed.</summary>
internal sealed class ToolRootCommand(string description) : RootCommand(description), IToolCommand
{
    public IReadOnlyList<string> Examples { get; init; } = [];

    public OptionGroups Groups { get; } = new();
}
