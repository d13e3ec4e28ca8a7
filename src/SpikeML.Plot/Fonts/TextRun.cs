using System.Globalization;
using System.Text;
using SkiaSharp;

namespace SpikeML.Plot.Fonts;

/// <summary>A part of a line of text that one typeface can draw, in one direction.</summary>
internal readonly record struct TextRun(string Text, SKTypeface Typeface, bool IsRightToLeft)
{
    /// <summary>
    /// Splits a line by typeface: the label font if it has the character, otherwise a font of the machine that has it, if there
    /// is one. Spaces stay with the words before them, so that several words in Arabic or Hebrew are read from the right.
    /// </summary>
    public static TextRun[] Split(string line)
    {
        if (Ascii.IsValid(line) || LabelFont.Typeface.ContainsGlyphs(line))
            return [new TextRun(line, LabelFont.Typeface, IsRightToLeft: false)];
        List<TextRun> runs = [];
        foreach (Rune rune in line.EnumerateRunes())
        {
            if (IsInvisible(rune))
                continue;
            (SKTypeface typeface, bool isRightToLeft) = (TypefaceOf(rune), ReadsFromTheRight(rune));
            if (runs.Count > 0 && (IsSpaceIn(runs[^1], rune)
                || (runs[^1].Typeface.Handle == typeface.Handle && runs[^1].IsRightToLeft == isRightToLeft)))
                runs[^1] = runs[^1] with { Text = runs[^1].Text + rune };
            else
                runs.Add(new TextRun(rune.ToString(), typeface, isRightToLeft));
        }
        return [.. runs];
    }

    public SizedFont Font(double size, double fontWeight) => LabelFont.OfSize(size, fontWeight, Typeface);

    /// <summary>The glyphs from left to right, joined as the script asks.</summary>
    public ushort[] Glyphs(SizedFont font) => IsRightToLeft ? font.Shape(Text) : Typeface.GetGlyphs(Text);

    public double Width(SizedFont font) => IsRightToLeft ? font.WidthOf(Glyphs(font)) : font.WidthOf(Text);

    private static SKTypeface TypefaceOf(Rune rune) =>
        LabelFont.Typeface.ContainsGlyph(rune.Value)
            ? LabelFont.Typeface
            : FallbackFonts.Find(rune.Value) ?? LabelFont.Typeface;

    private static bool IsSpaceIn(TextRun run, Rune rune) =>
        run.IsRightToLeft && Rune.IsWhiteSpace(rune) && run.Typeface.ContainsGlyph(rune.Value);

    // Joiners, marks of direction and variants, which only fonts with such glyphs need.
    private static bool IsInvisible(Rune rune) => rune.Value is >= 0xFE00 and <= 0xFE0F
        || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format;

    // The blocks of Hebrew, Arabic, Syriac, Thaana and others, and of their presentation forms.
    private static bool ReadsFromTheRight(Rune rune) => rune.Value is (>= 0x590 and <= 0x8FF) or (>= 0xFB1D and <= 0xFDFF)
        or (>= 0xFE70 and <= 0xFEFF) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
}
