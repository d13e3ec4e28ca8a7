using System.Runtime.CompilerServices;

namespace SpikeML;

/// <summary>Adds polarities to the two nearest bins in time.</summary>
internal static class VoxelGrid
{
    /// <summary>Writes the grid.</summary>
    /// <param name="events">The events, in order of time, all on the sensor.</param>
    /// <param name="size">The sensor.</param>
    /// <param name="bins">The number of bins.</param>
    /// <param name="grid">Receives the values, bin by bin.</param>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Write(ReadOnlySpan<AddressEvent> events, SensorSize size, int bins, Span<float> grid)
    {
        grid.Clear();
        if (events.IsEmpty)
            return;
        long first = events[0].Timestamp;
        double duration = Math.Max(1, events[^1].Timestamp - first);
        foreach (ref readonly AddressEvent own in events)
        {
            double time = (double)bins * (own.Timestamp - first) / duration;
            if (time < 0 || time >= bins)
                continue;
            int bin = (int)time, at = bin * size.Pixels + own.Y * size.Width + own.X;
            float late = (float)(time - bin), sign = 2 * own.Polarity - 1;
            grid[at] += sign * (1 - late);
            if (bin + 1 < bins)
                grid[at + size.Pixels] += sign * late;
        }
    }
}
