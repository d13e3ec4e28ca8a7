namespace SpikeML.Benchmarks.Nir;

/// <summary>A recording of N-MNIST as rows: frames of a millisecond, moved by a few pixels from row to row.</summary>
internal static class Frames
{
    public const int Steps = 300;
    private const int Side = 34, MostPixels = 4;

    public static float[][] Read(string path)
    {
        using FileStream file = File.OpenRead(path);
        AddressEvent[] events = NMnistFile.Read(file);
        return [.. from down in Enumerable.Range(0, MostPixels)
                   from right in Enumerable.Range(0, MostPixels)
                   select Row(events, right, down)];
    }

    private static float[] Row(AddressEvent[] events, int right, int down)
    {
        float[] row = new float[Steps * 2 * Side * Side];
        foreach (AddressEvent each in events)
        {
            (long step, int x, int y) = (each.Timestamp / 1000, each.X + right, each.Y + down);
            if (step < Steps && x < Side && y < Side)
                row[((step * 2 + each.Polarity) * Side + y) * Side + x] = 1;
        }
        return row;
    }
}
