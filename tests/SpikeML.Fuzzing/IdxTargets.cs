namespace SpikeML.Fuzzing;

/// <summary>IDX files, plain and compressed.</summary>
internal static class IdxTargets
{
    public static void Images(byte[] input)
    {
        IdxImages images = IdxReader.ReadImages(new MemoryStream(input));
        if (input is not [0x1F, 0x8B, ..])
            Same.Check(input.Skip(4 * sizeof(uint)), Enumerable.Range(0, images.Count).SelectMany(image =>
                images[image].ToArray()));
    }

    public static void Labels(byte[] input)
    {
        byte[] labels = IdxReader.ReadLabels(new MemoryStream(input));
        if (input is not [0x1F, 0x8B, ..])
            Same.Check(input.Skip(2 * sizeof(uint)), labels);
    }

    /// <summary>The input is what follows gzip's signature, so that no input is wasted on a wrong one.</summary>
    public static void Gzip(byte[] input) => IdxReader.ReadImages(new MemoryStream([0x1F, 0x8B, .. input]));
}
