namespace SpikeML.Tool.Running;

/// <summary>Text of the user's files as a terminal shows it.</summary>
internal static class ShownText
{
    private const int MostLetters = 80;

    /// <summary>The first 80 characters of a text, which may be very long.</summary>
    public static string Start(string text) => text.Length <= MostLetters ? text
        : $"{text[..(char.IsHighSurrogate(text[MostLetters - 1]) ? MostLetters - 1 : MostLetters)]}...";

    /// <summary>A text in which the characters that control a terminal, such as escape, are written as numbers.</summary>
    public static string WithoutControls(string text) => !text.Any(char.IsControl) ? text : string.Concat(text.Select(
        character => char.IsControl(character) ? $"\\x{(int)character:x2}" : $"{character}"));
}
