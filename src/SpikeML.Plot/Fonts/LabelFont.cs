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

    private const int MostSized = 32;

    private static volatile SizedFont[] _sized = [];

    private static readonly Lazy<SKTypeface> LazyTypeface = new(Load);

    public static SKTypeface Typeface => LazyTypeface.Value;

    public static bool IsBold(double fontWeight) => fontWeight >= BoldWeight;

    /// <summary>The font at a size in pixels. It is shared: figures have a few sizes, and many labels of each.</summary>
    public static SizedFont OfSize(double size, double fontWeight, SKTypeface? typeface = null)
    {
        (typeface, bool isBold) = (typeface ?? Typeface, IsBold(fontWeight));
        SizedFont[] known = _sized;
        foreach (SizedFont sized in known)
        {
            if (sized.Is(typeface, size, isBold))
                return sized;
        }
        SizedFont font = new(typeface, size, isBold);
        // Sizes that are still in use soon come back.
        _sized = known.Length < MostSized ? [.. known, font] : [font];
        return font;
    }

    private static SKTypeface Load()
    {
        using Stream stream = typeof(LabelFont).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks its font '{Resource}'.");
        using SKData data = SKData.Create(stream);
        return SKTypeface.FromData(data);
    }
}
