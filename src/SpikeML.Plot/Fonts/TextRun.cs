using System.Text;
using SkiaSharp;

namespace SpikeML.Plot.Fonts;

/// <summary>A part of a line of text that one typeface can draw.</summary>
internal readonly record struct TextRun(string Text, SKTypeface Typeface)
{
    /// <summary>
    /// Splits a line by typeface: the label font if it has the character, otherwise a font of the machine that has it, if there
    /// is one.
    /// </summary>
    public static List<TextRun> Split(string line)
    {
        List<TextRun> runs = [];
        if (LabelFont.Typeface.ContainsGlyphs(line))
        {
            runs.Add(new TextRun(line, LabelFont.Typeface));
            return runs;
        }
        foreach (Rune rune in line.EnumerateRunes())
        {
            SKTypeface typeface = TypefaceOf(rune);
            if (runs.Count > 0 && runs[^1].Typeface.Handle == typeface.Handle)
                runs[^1] = runs[^1] with { Text = runs[^1].Text + rune };
            else
                runs.Add(new TextRun(rune.ToString(), typeface));
        }
        return runs;
    }

    public float Measure(SKFont font) => font.MeasureText(Typeface.GetGlyphs(Text));

    private static SKTypeface TypefaceOf(Rune rune) =>
        LabelFont.Typeface.ContainsGlyph(rune.Value)
            ? LabelFont.Typeface
            : FallbackFonts.Find(rune.Value) ?? LabelFont.Typeface;
}
