using System.Text.RegularExpressions;

namespace SpikeML.Tool.Encoders;

/// <summary>Names of code as names of a command line: NumSteps as num-steps.</summary>
internal static partial class Kebab
{
    public static string Of(string name) => WordStart().Replace(name, "-$0").ToLowerInvariant();

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex WordStart();
}
