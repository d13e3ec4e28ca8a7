using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>Computes how recently each pixel of each polarity fired, at the ends of intervals.</summary>
internal static class TimeSurfaces
{
    /// <summary>Writes one surface after the other.</summary>
    /// <param name="events">The events, in order of time, all on the sensor.</param>
    /// <param name="size">The sensor.</param>
    /// <param name="surfaces">The number of surfaces.</param>
    /// <param name="interval">The time between surfaces.</param>
    /// <param name="tau">The time constant of the decay.</param>
    /// <param name="output">Receives the surfaces.</param>
    public static void Write(
        ReadOnlySpan<AddressEvent> events, SensorSize size, int surfaces, long interval, double tau, Span<float> output)
    {
        if (events.IsEmpty)
        {
            output.Clear();
            return;
        }
        int length = 2 * size.Pixels;
        double[] rented = ArrayPool<double>.Shared.Rent(length);
        Span<double> last = rented.AsSpan(0, length);
        last.Fill(double.NegativeInfinity);
        long start = events[0].Timestamp;
        int next = 0;
        for (int surface = 0; surface < surfaces; surface++)
        {
            long end = (surface + 1) * interval;
            for (; next < events.Length && events[next].Timestamp - start < end; next++)
            {
                AddressEvent own = events[next];
                last[(own.Polarity * size.Height + own.Y) * size.Width + own.X] = own.Timestamp - start;
            }
            Decay(last, end, tau, output.Slice(surface * length, length));
        }
        ArrayPool<double>.Shared.Return(rented);
    }

    /// <summary>exp(-(end - last) / tau), 0 where nothing has been.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static void Decay(ReadOnlySpan<double> last, double end, double tau, Span<float> surface)
    {
        int at = 0;
        for (; at <= last.Length - Vector512<float>.Count; at += Vector512<float>.Count)
        {
            Vector512<double> low = Vector512.Create(last[at..]), high = Vector512.Create(last[(at + Vector512<double>.Count)..]);
            Vector512<double> never = Vector512.Create(double.NegativeInfinity);
            Vector512<float> result = Vector512<float>.Zero;
            if (Vector512.EqualsAll(low, never) && Vector512.EqualsAll(high, never))
            {
                result.CopyTo(surface[at..]);
                continue;
            }
            Vector512<double> now = Vector512.Create(end), scale = Vector512.Create(tau);
            result = LaneNarrowing.Narrow(Exponential.Of((low - now) / scale), Exponential.Of((high - now) / scale));
            result.CopyTo(surface[at..]);
        }
        for (; at < last.Length; at++)
            surface[at] = (float)Exponential.Of((last[at] - end) / tau);
    }
}
