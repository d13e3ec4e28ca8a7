using System.CommandLine;

namespace SpikeML.Tool.Running;

/// <summary>A program: <c>spikeml</c>, or another that shares its options, errors and help.</summary>
/// <param name="Name">Its name as it is typed.</param>
/// <param name="Root">Makes its commands.</param>
/// <param name="StartPage">What it shows without arguments.</param>
internal sealed record ToolProgram(string Name, Func<RootCommand> Root, Func<Command, string> StartPage)
{
    /// <summary>The program that runs.</summary>
    public static ToolProgram Current { get; set; } = Application.Program;

    /// <summary>Names of the library and what its users type instead, beyond those of <see cref="ShellWords"/>.</summary>
    public IReadOnlyList<(string Library, string Shell)> Phrases { get; init; } = [];
}
