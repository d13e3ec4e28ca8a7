using OxyPlot;

namespace SpikeML.Plot.Fonts;

/// <summary>The layout of a text with one or more lines, the same for pixel and vector images.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="LineHeight">The distance from one line to the next in pixels.</param>
/// <param name="Ascent">The distance from the top of a line to its baseline in pixels.</param>
internal readonly record struct TextBlock(string[] Lines, double LineHeight, double Ascent)
{
    public static TextBlock Of(string text, double fontSize)
    {
        SizedFont font = LabelFont.OfSize(fontSize, FontWeights.Normal);
        return new TextBlock(text.Replace('\t', ' ').ReplaceLineEndings("\n").Split('\n'), font.LineHeight, font.Ascent);
    }

    public static double WidthOf(string line, double fontSize, double fontWeight)
    {
        double width = 0;
        foreach (TextRun run in TextRun.Split(line))
            width += run.Width(run.Font(fontSize, fontWeight));
        return width;
    }

    public static OxySize Measure(string? text, double fontSize, double fontWeight)
    {
        if (string.IsNullOrEmpty(text))
            return OxySize.Empty;
        TextBlock block = Of(text, fontSize);
        return new OxySize(block.Lines.Max(line => WidthOf(line, fontSize, fontWeight)), block.Lines.Length * block.LineHeight);
    }

    /// <summary>The distance of the first baseline below the point that the text is aligned to.</summary>
    public double FirstBaseline(VerticalAlignment alignment) => alignment switch
    {
        VerticalAlignment.Top => Ascent,
        VerticalAlignment.Middle => Ascent - Lines.Length * LineHeight / 2,
        _ => Ascent - Lines.Length * LineHeight,
    };
}
