using System.Text.RegularExpressions;

namespace SpikeML.Packages.Tests;

/// <summary>Numbers in what programs print.</summary>
internal static partial class Figures
{
    /// <summary>The text with the same sign for each number, whatever it is.</summary>
    public static string Hide(string text) => Number().Replace(text, "#");

    [GeneratedRegex(@"\d+([.,]\d+)*")]
    private static partial Regex Number();
}
