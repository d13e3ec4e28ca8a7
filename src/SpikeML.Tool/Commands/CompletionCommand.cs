using System.CommandLine;
using SpikeML.Tool.Help;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Commands;

/// <summary><c>spikeml completion</c>: prints a script by which a shell completes commands, options and values.</summary>
internal static class CompletionCommand
{
    /// <summary>The scripts; each asks the command itself what fits at the cursor, and leaves file names to the shell.</summary>
    public static IReadOnlyDictionary<string, string> Scripts { get; } = new Dictionary<string, string>
    {
        ["bash"] = """
            _spikeml() {
                local word="${COMP_WORDS[COMP_CWORD]}" found
                found="$(spikeml "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)"
                local IFS=$'\n'
                COMPREPLY=($(compgen -W "$found" -- "$word"))
            }
            complete -o bashdefault -o default -F _spikeml spikeml
            """,
        ["zsh"] = """
            #compdef spikeml
            _spikeml() {
                local -a found
                local line="${(j: :)words[1,CURRENT]}"
                found=("${(@f)$(spikeml "[suggest:${#line}]" "$line" 2>/dev/null)}")
                compadd -- ${found:#} || _files
            }
            (( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }
            compdef _spikeml spikeml
            """,
        ["fish"] = """
            function __spikeml_complete
                set -l line (commandline -cp)
                spikeml "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
            end
            complete -c spikeml -a '(__spikeml_complete)'
            """,
        ["powershell"] = """
            Register-ArgumentCompleter -Native -CommandName spikeml -ScriptBlock {
                param($word, $command, $position)
                spikeml "[suggest:$position]" "$command".PadRight($position) 2>$null |
                    Where-Object { $_ -like "$word*" } |
                    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
            }
            """,
    };

    /// <summary>A script for the program that runs.</summary>
    private static string Of(string script) => script.Replace(Application.Program.Name, ToolProgram.Current.Name,
        StringComparison.Ordinal);

    public static Command Make()
    {
        Argument<string> shell = new("shell") { Description = $"The shell: {string.Join(", ", Scripts.Keys)}." };
        shell.CompletionSources.Add([.. Scripts.Keys]);
        ToolCommand completion = new("completion", "Print a script that completes commands and options in a shell.")
        {
            Examples = [$"{ToolProgram.Current.Name} completion bash >> ~/.bashrc"]
        };
        completion.Add(shell.RefusingOptions());
        completion.SetAction((arguments, _) =>
        {
            string name = arguments.GetValue(shell)!;
            Console.WriteLine(Scripts.TryGetValue(name, out string? script) ? Of(script) : throw ToolException.Usage(
                $"There is no completion for '{name}': name one of {string.Join(", ", Scripts.Keys)}."
                    + Suggestion.For(name, Scripts.Keys)));
            return Task.FromResult(ExitCode.Done);
        });
        return completion;
    }
}
