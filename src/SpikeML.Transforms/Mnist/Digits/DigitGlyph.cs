namespace SpikeML;

/// <summary>One way to write a digit: strokes through control points, before a hand varies them.</summary>
/// <param name="Weight">How often this way is used relative to the digit's other ways.</param>
/// <param name="Strokes">
/// The pen strokes: x, y, x, y, ... in hundredths of the glyph's box, y downwards. A repeated point is a corner; a stroke that
/// ends where it began is a closed curve.
/// </param>
internal sealed record DigitGlyph(int Weight, byte[][] Strokes)
{
    /// <summary>One of a digit's ways, drawn according to weight.</summary>
    public static DigitGlyph Choose(DigitGlyph[] ways, ref DigitRandom random)
    {
        int total = 0;
        foreach (DigitGlyph way in ways)
            total += way.Weight;
        int drawn = random.Below(total);
        int chosen = 0;
        while ((drawn -= ways[chosen].Weight) >= 0)
            chosen++;
        return ways[chosen];
    }
}
