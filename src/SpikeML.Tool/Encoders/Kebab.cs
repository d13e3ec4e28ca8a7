using System.Text;

namespace SpikeML.Tool.Encoders;

/// <summary>Converts names in code to names on a command line: NumSteps to num-steps.</summary>
internal static class Kebab
{
    public static string Of(string name)
    {
        StringBuilder kebab = new();
        foreach (char letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && kebab.Length > 0)
                kebab.Append('-');
            kebab.Append(char.ToLowerInvariant(letter));
        }
        return kebab.ToString();
    }
}
