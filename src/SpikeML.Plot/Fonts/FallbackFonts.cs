using System.Collections.Concurrent;
using SkiaSharp;

namespace SpikeML.Plot.Fonts;

/// <summary>This machine's fonts, for characters that the label font lacks.</summary>
internal static class FallbackFonts
{
    private static readonly ConcurrentDictionary<int, SKTypeface?> Found = new();

    /// <summary>A font that has the character; null: this machine has none.</summary>
    public static SKTypeface? Find(int codePoint) => Found.GetOrAdd(codePoint, Search);

    private static SKTypeface? Search(int codePoint)
    {
        SKFontManager manager = SKFontManager.Default;
        // Skia's build for Linux without dependencies never matches a character, so the families are asked one by one.
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
