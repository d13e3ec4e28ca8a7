using SkiaSharp;

namespace SpikeML.Plot.Fonts;

/// <summary>
/// The font of all labels: a subset of DejaVu Sans embedded in this assembly, so labels appear on machines without fonts and look
/// the same everywhere.
/// </summary>
internal static class LabelFont
{
    /// <summary>The fonts for viewers of vector images: the font itself, or one with similar widths.</summary>
    public const string SvgFamily = "'DejaVu Sans', Verdana, sans-serif";

    private const double BoldWeight = 600;
    private const string Resource = "SpikeML.Plot.Fonts.DejaVuSans-Subset.ttf";

    private static readonly Lazy<SKTypeface> LazyTypeface = new(Load);

    public static SKTypeface Typeface => LazyTypeface.Value;

    public static bool IsBold(double fontWeight) => fontWeight >= BoldWeight;

    /// <summary>The font at a size in pixels, unhinted so that widths are proportional to the size.</summary>
    public static SKFont OfSize(double size, double fontWeight, SKTypeface? typeface = null) =>
        new(typeface ?? Typeface, (float)size)
        {
            Edging = SKFontEdging.Antialias,
            Embolden = IsBold(fontWeight),
            Hinting = SKFontHinting.None,
            LinearMetrics = true,
            Subpixel = true,
        };

    private static SKTypeface Load()
    {
        using Stream stream = typeof(LabelFont).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks its font '{Resource}'.");
        using SKData data = SKData.Create(stream);
        return SKTypeface.FromData(data);
    }
}
