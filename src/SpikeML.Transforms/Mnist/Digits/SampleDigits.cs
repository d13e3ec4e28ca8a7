namespace SpikeML;

/// <summary>Generates digits that look handwritten: 28 x 28 pixels, white on black, sized and centred like MNIST's.</summary>
/// <remarks>
/// Use them for samples, tests and first steps without downloading MNIST; results on them do not carry over to MNIST. A digit
/// depends only on its seed and index, and is the same on every machine.
/// </remarks>
public static class SampleDigits
{
    /// <summary>The height and width of an image in pixels.</summary>
    public const int Side = 28;

    /// <summary>The number of pixels in an image.</summary>
    public const int PixelCount = Side * Side;

    private const int Classes = 10;

    /// <summary>
    /// The digit, 0 to 9, at an index. Each block of ten, starting at a multiple of ten, holds every digit once.
    /// </summary>
    /// <param name="seed">The seed of the sequence of digits.</param>
    /// <param name="index">The position in the sequence, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative.</exception>
    public static int LabelOf(int seed, int index)
    {
        CheckIndex(index);
        // The indices of labels count down from -1, so no label shares its draws with an image.
        var random = new DigitRandom(seed, -1L - index / Classes);
        Span<byte> order = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
        for (int last = Classes - 1; last > 0; last--)
        {
            int other = random.Below(last + 1);
            (order[last], order[other]) = (order[other], order[last]);
        }
        return order[index % Classes];
    }

    /// <summary>Draws the digit at an index and returns its label, 0 to 9.</summary>
    /// <param name="seed">The seed of the sequence of digits.</param>
    /// <param name="index">The position in the sequence, from 0.</param>
    /// <param name="pixels">
    /// Receives the image: <see cref="PixelCount"/> bytes, row by row, from 0 (black) to 255 (white). Its previous contents are
    /// overwritten.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative.</exception>
    /// <exception cref="ArgumentException"><paramref name="pixels"/> has another length.</exception>
    public static int Draw(int seed, int index, Span<byte> pixels)
    {
        CheckIndex(index);
        if (pixels.Length != PixelCount)
            throw new ArgumentException(
                $"A digit needs room for {PixelCount} pixels ({Side} x {Side}), got {pixels.Length}.", nameof(pixels));
        int label = LabelOf(seed, index);
        var random = new DigitRandom(seed, index);
        DigitGlyph glyph = DigitGlyph.Choose(DigitGlyphs.Of(label), ref random);
        var hand = new DigitHand(ref random);
        Span<PenPoint> way = stackalloc PenPoint[DigitTrace.MaxPoints];
        int count = DigitTrace.Follow(glyph, hand, ref random, way);
        DigitInk.Draw(way[..count], hand.Softness, ref random, pixels);
        return label;
    }

    private static void CheckIndex(int index)
    {
        if (index < 0)
            throw new ArgumentOutOfRangeException(nameof(index), index, "index must be at least 0.");
    }
}
