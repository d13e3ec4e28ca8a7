using System.Globalization;
using System.Text;

namespace SpikeML.Tool.Running;

/// <summary>Text of the user's files as a terminal shows it.</summary>
internal static class ShownText
{
    private const int MostLetters = 80;

    /// <summary>The start of a text, which may be a whole book.</summary>
    public static string Start(string text) => text.Length <= MostLetters ? text
        : $"{text[..(char.IsHighSurrogate(text[MostLetters - 1]) ? MostLetters - 1 : MostLetters)]}...";

    /// <summary>A text in which the characters that control a terminal, such as escape, are written as numbers.</summary>
    public static string WithoutControls(string text)
    {
        if (!text.Any(char.IsControl))
            return text;
        StringBuilder shown = new();
        foreach (char character in text)
        {
            if (char.IsControl(character))
                shown.Append(CultureInfo.InvariantCulture, $"\\x{(int)character:x2}");
            else
                shown.Append(character);
        }
        return shown.ToString();
    }
}
