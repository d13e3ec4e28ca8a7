using System.CommandLine;

namespace SpikeML.Tool.Commands;

/// <summary>Arguments that are paths: an option that does not exist is a slip, not the name of a file.</summary>
internal static class PathArgument
{
    /// <summary>How the error of such a slip begins.</summary>
    public const string NoOption = "There is no option";

    public static Argument<T> RefusingOptions<T>(this Argument<T> argument)
    {
        argument.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith('-')) is { } slip)
                result.AddError($"{NoOption} '{slip.Value}' here; write a file of that name as ./{slip.Value}.");
        });
        return argument;
    }
}
