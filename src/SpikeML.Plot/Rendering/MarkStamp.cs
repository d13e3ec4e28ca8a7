namespace SpikeML.Plot.Rendering;

/// <summary>A mark in whole device pixels, each with a coverage from 0 to 255, at least one of them 255.</summary>
internal sealed class MarkStamp
{
    private const int Samples = 8;

    private MarkStamp(int width, int height)
    {
        Width = width;
        Height = height;
        Coverage = new byte[width * height];
    }

    public int Width { get; }

    public int Height { get; }

    public byte[] Coverage { get; }

    public static MarkStamp Of(MarkShape shape, double scale)
    {
        MarkStamp stamp = new(Pixels(shape.Width * scale), Pixels(shape.Height * scale));
        // A disc of one or two pixels is a square, because anything paler could be overlooked.
        if (shape.IsRound && stamp.Width > 2)
            stamp.FillDisc();
        else
            stamp.Coverage.AsSpan().Fill(byte.MaxValue);
        return stamp;
    }

    private static int Pixels(double size) => Math.Max(1, (int)Math.Round(size, MidpointRounding.AwayFromZero));

    private void FillDisc()
    {
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
                Coverage[y * Width + x] = (byte)(byte.MaxValue * SamplesInDisc(x, y) / (Samples * Samples));
        }
    }

    private int SamplesInDisc(int x, int y)
    {
        double radius = Width / 2.0;
        int inside = 0;
        for (int sample = 0; sample < Samples * Samples; sample++)
        {
            double dx = x + (sample % Samples + 0.5) / Samples - radius;
            double dy = y + (sample / Samples + 0.5) / Samples - radius;
            if (dx * dx + dy * dy <= radius * radius)
                inside++;
        }
        return inside;
    }
}
