namespace SpikeML;

/// <summary>Draws many digits in parallel, on all cores.</summary>
internal static class SampleDigitRows
{
    /// <summary>The maximum number of digits whose pixels fit into one array.</summary>
    public static int MaxCount => Array.MaxLength / SampleDigits.PixelCount;

    /// <summary>The first digits of a seed.</summary>
    public static MnistRows Draw(int count, int seed, CancellationToken cancellationToken = default)
    {
        byte[] pixels = new byte[count * SampleDigits.PixelCount];
        byte[] labels = new byte[count];
        Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellationToken }, index =>
        {
            Span<byte> picture = pixels.AsSpan(index * SampleDigits.PixelCount, SampleDigits.PixelCount);
            labels[index] = (byte)SampleDigits.Draw(seed, index, picture);
        });
        return new MnistRows(new IdxImages(pixels, count, SampleDigits.Side, SampleDigits.Side), labels);
    }
}
