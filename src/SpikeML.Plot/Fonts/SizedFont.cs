using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace SpikeML.Plot.Fonts;

/// <summary>A typeface at a size in pixels, with what is measured most.</summary>
internal sealed class SizedFont
{
    private const char FirstPlain = ' ', LastPlain = '~';

    private readonly SKTypeface _typeface;
    private readonly double _size;
    private readonly bool _isBold;
    private readonly float[] _widths;
    private readonly Lazy<SKShaper> _shaper;

    public SizedFont(SKTypeface typeface, double size, bool isBold)
    {
        (_typeface, _size, _isBold) = (typeface, size, isBold);
        Font = new SKFont(typeface, (float)size)
        {
            Edging = SKFontEdging.Antialias,
            Embolden = isBold,
            // Unhinted, so widths are proportional to the size.
            Hinting = SKFontHinting.None,
            LinearMetrics = true,
            Subpixel = true,
        };
        _shaper = new(() => new SKShaper(typeface));
        SKFontMetrics metrics = Font.Metrics;
        (Ascent, LineHeight) = (-metrics.Ascent, metrics.Descent - metrics.Ascent);
        char[] plain = new char[LastPlain - FirstPlain + 1];
        for (int i = 0; i < plain.Length; i++)
            plain[i] = (char)(FirstPlain + i);
        _widths = new float[plain.Length];
        Font.GetGlyphWidths(typeface.GetGlyphs(plain), _widths, []);
    }

    public SKFont Font { get; }

    /// <summary>The distance from the top of a line to its baseline in pixels.</summary>
    public double Ascent { get; }

    /// <summary>The distance from one line to the next in pixels.</summary>
    public double LineHeight { get; }

    public bool Is(SKTypeface typeface, double size, bool isBold) =>
        _size == size && _isBold == isBold && ReferenceEquals(_typeface, typeface);

    /// <summary>The glyphs of a text in a script that is read from the right, but ordered from the left.</summary>
    public ushort[] Shape(string text)
    {
        using SKPaint paint = new() { Typeface = _typeface, TextSize = (float)_size };
        lock (_shaper)
            return [.. _shaper.Value.Shape(text, paint).Codepoints.Select(glyph => (ushort)glyph)];
    }

    public double WidthOf(ushort[] glyphs)
    {
        double width = Font.MeasureText(glyphs);
        // A font that is not shared could otherwise be finalized while it measures.
        GC.KeepAlive(this);
        return width;
    }

    public double WidthOf(string text)
    {
        float width = 0;
        foreach (char character in text)
        {
            if (character is < FirstPlain or > LastPlain)
                return WidthOf(_typeface.GetGlyphs(text));
            width += _widths[character - FirstPlain];
        }
        return width;
    }
}
