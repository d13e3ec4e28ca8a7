using System.Runtime.CompilerServices;

namespace SpikeML;

/// <summary>Keeps events by when their own pixel or its neighbours fired before, in place.</summary>
internal static class EventNeighbours
{
    /// <summary>The time of a pixel that has not fired: longer ago than any period.</summary>
    private const long Never = -4 * EventColumn.LargestTime;

    /// <summary>Keeps events whose pixel has not fired for a period; returns their number.</summary>
    /// <param name="events">The events, all on the sensor.</param>
    /// <param name="size">The sensor.</param>
    /// <param name="period">The period.</param>
    /// <param name="fromLastKept">Whether the period begins at the last event that was kept, or else at the last one.</param>
    /// <param name="last">Memory for a number per pixel.</param>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static int KeepRested(Span<AddressEvent> events, SensorSize size, long period, bool fromLastKept, Span<long> last)
    {
        last.Fill(Never);
        int kept = 0;
        foreach (ref readonly AddressEvent own in events)
        {
            ref long pixel = ref last[own.Y * size.Width + own.X];
            bool isRested = own.Timestamp - pixel > period;
            if (isRested || !fromLastKept)
                pixel = own.Timestamp;
            if (isRested)
                events[kept++] = own;
        }
        return kept;
    }

    /// <summary>Keeps events with a neighbour that fired less than a window ago; returns their number.</summary>
    /// <param name="events">The events, all on the sensor.</param>
    /// <param name="size">The sensor.</param>
    /// <param name="window">The window.</param>
    /// <param name="diagonals">Whether diagonal pixels are neighbours.</param>
    /// <param name="last">Memory for a number per pixel of the sensor with a border of one pixel.</param>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static int KeepSupported(Span<AddressEvent> events, SensorSize size, long window, bool diagonals, Span<long> last)
    {
        last.Fill(Never);
        int stride = size.Width + 2, kept = 0;
        foreach (ref readonly AddressEvent own in events)
        {
            int at = (own.Y + 1) * stride + own.X + 1;
            last[at] = own.Timestamp;
            long latest = Math.Max(Math.Max(last[at - 1], last[at + 1]), Math.Max(last[at - stride], last[at + stride]));
            if (diagonals)
                latest = Math.Max(latest, Math.Max(Math.Max(last[at - stride - 1], last[at - stride + 1]),
                    Math.Max(last[at + stride - 1], last[at + stride + 1])));
            if (own.Timestamp - latest < window)
                events[kept++] = own;
        }
        return kept;
    }
}
