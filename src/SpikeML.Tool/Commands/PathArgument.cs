using System.CommandLine;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Commands;

/// <summary>Path arguments, which reject misspelt options instead of taking them as file names.</summary>
internal static class PathArgument
{
    /// <summary>The start of that error.</summary>
    public const string NoOption = "Unknown option";

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
