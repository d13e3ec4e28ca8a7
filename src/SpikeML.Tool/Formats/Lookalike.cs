namespace SpikeML.Tool.Formats;

/// <summary>
/// Finds names that look the same, but whose accents are encoded differently: one as letters with accents, the other as letters
/// and combining accents. This program has no ICU and cannot normalize text; a rule of thumb is enough for a hint.
/// </summary>
internal static class Lookalike
{
    private const char FirstAccent = '\u0300', LastAccent = '\u036F', LastAscii = '\u007F';

    /// <summary>The first of the names that looks like a name and is another, or null.</summary>
    public static string? In(IEnumerable<string> names, string name) => names.FirstOrDefault(each =>
        each.Any(IsAccent) != name.Any(IsAccent) && Places(each) == Places(name));

    // Letters with accents, of either kind, as question marks.
    private static string Places(string name) => string.Concat(name.Select((letter, at) =>
        IsAccent(letter) ? "" : letter > LastAscii || at + 1 < name.Length && IsAccent(name[at + 1]) ? "?" : $"{letter}"));

    private static bool IsAccent(char letter) => letter is >= FirstAccent and <= LastAccent;
}
