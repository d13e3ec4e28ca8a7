using System.CommandLine;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Commands;

/// <summary>Path arguments, which reject misspelt options instead of taking them as file names.</summary>
internal static class PathArgument
{
    /// <summary>The start of that error.</summary>
    public const string NoOption = "Unknown option";

    private const string Output = "--output=", ShortOutput = "-o=";

    /// <summary>
    /// The words of a command line, where those after "--" are never options (a file -x is ./-x), and standard input and output
    /// are -.
    /// </summary>
    public static string[] Plain(string[] words)
    {
        int dashes = Array.IndexOf(words, "--");
        return [.. words.Select((word, at) => Stream(dashes >= 0 && at > dashes && word.StartsWith('-')
            && word != StandardInput.Name ? $"./{word}" : word))];
    }

    private static string Stream(string word) => OperatingSystem.IsWindows() ? word : word switch
    {
        "/dev/stdin" => StandardInput.Name,
        "/dev/stdout" => StandardOutput.Name,
        Output + "/dev/stdout" => Output + StandardOutput.Name,
        ShortOutput + "/dev/stdout" => ShortOutput + StandardOutput.Name,
        _ => word,
    };

    public static Argument<T> RefusingOptions<T>(this Argument<T> argument)
    {
        argument.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith('-') && token.Value != StandardInput.Name)
                is { } slip)
            {
                string suggestion = Suggestion.For(slip.Value, CommandWords.OptionsOf(result));
                result.AddError($"{NoOption} '{slip.Value}'.{suggestion} If it is a file name, write ./{slip.Value}.");
            }
        });
        return argument;
    }
}
