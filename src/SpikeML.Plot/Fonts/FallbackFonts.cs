using System.Collections.Concurrent;
using SkiaSharp;

namespace SpikeML.Plot.Fonts;

/// <summary>The machine's fonts, for characters that the label font does not have.</summary>
internal static class FallbackFonts
{
    private static readonly ConcurrentDictionary<int, SKTypeface?> Found = new();

    /// <summary>A font that has the character, or null if there is none.</summary>
    public static SKTypeface? Find(int codePoint) => Found.GetOrAdd(codePoint, Search);

    private static SKTypeface? Search(int codePoint)
    {
        SKFontManager manager = SKFontManager.Default;
        // Skia's Linux build without dependencies never matches a character, so every font family is tried.
        if (manager.MatchCharacter(codePoint) is { } match)
            return match;
        foreach (string family in manager.FontFamilies)
        {
            SKTypeface? typeface = manager.MatchFamily(family);
            if (typeface?.ContainsGlyph(codePoint) == true)
                return typeface;
            typeface?.Dispose();
        }
        return null;
    }
}
