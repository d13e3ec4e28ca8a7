using OxyPlot;

namespace SpikeML.Plot.Rendering;

/// <summary>
/// The coverage of an area's pixels by the marks of one colour. Overlapping marks take the maximum, and each mark is on whole
/// pixels, so every spike covers at least one pixel fully.
/// </summary>
internal sealed class MarkMask(int width, int height)
{
    public byte[] Coverage { get; } = new byte[width * height];

    public int Width => width;

    public int Height => height;

    /// <summary>Stamps a mark centred at a point, in pixels from the corner of the area, clipped to the area.</summary>
    public void Stamp(MarkStamp stamp, double centreX, double centreY, double opacity = 1)
    {
        int left = (int)Math.Floor(centreX - stamp.Width / 2.0 + 0.5);
        int top = (int)Math.Floor(centreY - stamp.Height / 2.0 + 0.5);
        int firstX = Math.Max(0, -left), endX = Math.Min(stamp.Width, width - left);
        int endY = Math.Min(stamp.Height, height - top), share = (int)Math.Round(opacity * byte.MaxValue);
        for (int y = Math.Max(0, -top); y < endY; y++)
        {
            for (int x = firstX; x < endX; x++)
            {
                ref byte pixel = ref Coverage[(top + y) * width + left + x];
                pixel = Math.Max(pixel, (byte)(stamp.Coverage[y * stamp.Width + x] * share / byte.MaxValue));
            }
        }
    }

    /// <summary>
    /// Paints two masks as premultiplied 0xAARRGGBB pixels. Where both cover a pixel it takes a mixture, so that neither hides
    /// the other.
    /// </summary>
    public static void Paint(MarkMask on, OxyColor onColor, MarkMask off, OxyColor offColor, Span<uint> pixels)
    {
        pixels.Clear();
        int nextOn = on.NextCovered(0), nextOff = off.NextCovered(0);
        for (int i = Math.Min(nextOn, nextOff); i < pixels.Length; i = Math.Min(nextOn, nextOff))
        {
            int a = on.Coverage[i] * onColor.A, b = off.Coverage[i] * offColor.A;
            pixels[i] = a + b == 0 ? 0 : Mix(a, onColor, b, offColor);
            nextOn = nextOn == i ? on.NextCovered(i + 1) : nextOn;
            nextOff = nextOff == i ? off.NextCovered(i + 1) : nextOff;
        }
    }

    /// <summary>The first covered pixel from a place on; the number of pixels if there is none.</summary>
    private int NextCovered(int from)
    {
        // Marks are some pixels wide, so the next one is often covered too.
        if (from < Coverage.Length && Coverage[from] != 0)
            return from;
        int distance = Coverage.AsSpan(from).IndexOfAnyExcept((byte)0);
        return distance < 0 ? Coverage.Length : from + distance;
    }

    private static uint Mix(int a, OxyColor first, int b, OxyColor second)
    {
        int alpha = Math.Max(a, b) / byte.MaxValue;
        return (uint)alpha << 24
            | Channel(first.R, second.R) << 16
            | Channel(first.G, second.G) << 8
            | Channel(first.B, second.B);

        uint Channel(byte one, byte other) => (uint)((one * a + other * b) / (a + b) * alpha / byte.MaxValue);
    }
}
