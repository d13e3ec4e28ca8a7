using System.ComponentModel;
using SpikeML.Tool.Commands;

namespace SpikeML.Tool.Tests.Commands;

public class CompletionTests
{
    [Theory]
    [InlineData("spikeml enc", "encode")]
    [InlineData("spikeml encode lat", "latency")]
    [InlineData("spikeml encode rate --num", "--num-steps")]
    [InlineData("spikeml encode rate --split t", "test")]
    [InlineData("spikeml completion f", "fish")]
    public void Suggest_completes_commands_options_and_values(string line, string expected)
    {
        using WorkFolder folder = new();
        Assert.Contains(expected, Tool.Run(folder, $"[suggest:{line.Length}]", line).Output.Split('\n'));
    }

    [Theory]
    [InlineData("bash", "source complete; COMP_LINE='spikeml encode late'; COMP_POINT=19; COMP_WORDS=(spikeml encode late); "
        + "COMP_CWORD=2; _spikeml; echo \"${COMPREPLY[@]}\"")]
    [InlineData("zsh", "compdef() { :; }; compadd() { shift; print -l -- \"$@\" | grep '^late'; }; source ./complete; "
        + "words=(spikeml encode late); CURRENT=3; _spikeml")]
    [InlineData("fish", "source complete; complete -C 'spikeml encode late'")]
    [InlineData("powershell", ". ./complete.ps1; (TabExpansion2 'spikeml encode late' 19).CompletionMatches.CompletionText")]
    public void Script_completes_in_its_shell(string shell, string commands)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The command is a shell script here.");
        using WorkFolder folder = new();
        string program = shell == "powershell" ? "pwsh" : shell;
        folder.WriteTool();
        foreach (string name in new[] { "complete", "complete.ps1" })
            File.WriteAllText(folder.File(name), Tool.Do(folder, $"completion {shell}"));
        try
        {
            Outcome outcome = Tool.Finish(Tool.Start(folder, program, ["-c", commands], folder.SearchPath));
            Assert.True(outcome.Output.Trim() == "latency", $"{outcome.Output} {outcome.Errors}");
        }
        catch (Win32Exception)
        {
            Assert.Skip($"There is no {program} on this machine.");
        }
    }

    [Fact]
    public void There_is_a_script_for_each_shell_of_the_documentation() =>
        Assert.Equal(["bash", "fish", "powershell", "zsh"], CompletionCommand.Scripts.Keys.Order());
}
