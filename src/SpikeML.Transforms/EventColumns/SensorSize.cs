using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>The size of a sensor in pixels.</summary>
internal readonly record struct SensorSize(int Height, int Width)
{
    /// <summary>Memory of each pixel is held up to this number of pixels where the size is taken from the events.</summary>
    private const int MostPixels = 1 << 24;

    public int Pixels => Height * Width;

    public override string ToString() => $"{Height} x {Width} pixels";

    /// <summary>The smallest sensor that has all events.</summary>
    public static SensorSize Of(ReadOnlySpan<AddressEvent> events)
    {
        (int x, int y) = (0, 0);
        foreach (ref readonly AddressEvent own in events)
            (x, y) = (Math.Max(x, own.X), Math.Max(y, own.Y));
        SensorSize size = new(y + 1, x + 1);
        if ((long)size.Height * size.Width <= MostPixels)
            return size;
        int at = 0;
        while (events[at].X != x)
            at++;
        throw new InvalidFeatureException(EventColumn.Fields * at, x,
            $"The row's events cover {size}: set Height and Width in the options, or crop the events first.");
    }

    /// <summary>Throws for the first event outside the sensor.</summary>
    public void Check(ReadOnlySpan<AddressEvent> events)
    {
        if (AreInside(events, (uint)Height, (uint)Width))
            return;
        for (int i = 0; i < events.Length; i++)
        {
            if ((uint)events[i].X >= (uint)Width)
                throw Outside(EventColumn.Fields * i, events[i].X);
            if ((uint)events[i].Y >= (uint)Height)
                throw Outside(EventColumn.Fields * i + 1, events[i].Y);
        }
    }

    /// <summary>Whether all events are inside a sensor; the largest numbers of their addresses are found in lanes.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static bool AreInside(ReadOnlySpan<AddressEvent> events, uint height, uint width)
    {
        // An event is four 32-bit numbers; the first two are its address.
        ReadOnlySpan<uint> numbers = MemoryMarshal.Cast<AddressEvent, uint>(events);
        Vector256<uint> even = Vector256<uint>.Zero, odd = even;
        int at = 0, pair = Vector256<uint>.Count;
        for (; at <= numbers.Length - 2 * pair; at += 2 * pair)
        {
            even = Vector256.Max(even, Vector256.Create(numbers[at..]));
            odd = Vector256.Max(odd, Vector256.Create(numbers[(at + pair)..]));
        }
        even = Vector256.Max(even, odd);
        Vector128<uint> largest = Vector128.Max(even.GetLower(), even.GetUpper());
        for (; at < numbers.Length; at += Vector128<uint>.Count)
            largest = Vector128.Max(largest, Vector128.Create(numbers[at..]));
        // Rows below 0 come out above the largest one.
        return largest[0] < width && largest[1] >> 1 < Math.Min(height, AddressEvent.LargestRow + 1u);
    }

    private InvalidFeatureException Outside(int slot, int value) => new(slot, (double)value,
        $"Event {slot / EventColumn.Fields} is outside the sensor, which has {this}: set Height and Width to the sensor's, or "
        + "crop the events first.");
}
