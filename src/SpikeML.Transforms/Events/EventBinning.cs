using System.Runtime.InteropServices;

namespace SpikeML;

/// <summary>
/// Puts events into frames: trains of a step for each bin, over neurons of shape [2, height, width] (polarity, y, x), whose
/// spikes'
/// values are numbers of events. Every event is counted in exactly one bin, those of a last, unfinished bin too.
/// </summary>
public static class EventBinning
{
    /// <summary>A bin for each window of time, from the first event's time on; windows without events are silent steps.</summary>
    /// <param name="events">Events in any order, at least one.</param>
    /// <param name="height">The sensor's rows.</param>
    /// <param name="width">The sensor's columns.</param>
    /// <param name="window">The microseconds of a bin, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An argument is below 1, or there would be more values than an array holds.
    /// </exception>
    /// <exception cref="ArgumentException">There is no event, or one lies outside the sensor.</exception>
    public static SpikeTrain ByTimeWindow(ReadOnlySpan<AddressEvent> events, int height, int width, long window)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(window);
        (long first, long last) = Times(events);
        UInt128 bins = Elapsed(first, last) / (ulong)window + 1;
        if (bins > int.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(window), window, $"There would be {bins} bins: take a longer window.");
        return Frames(events, height, width, (int)bins, (own, _) => (int)(Elapsed(first, own.Timestamp) / (ulong)window));
    }

    /// <summary>A bin for so many events in the order that they stand in; the last may have fewer.</summary>
    /// <param name="events">Events, at least one.</param>
    /// <param name="height">The sensor's rows.</param>
    /// <param name="width">The sensor's columns.</param>
    /// <param name="eventCount">The events of a bin, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An argument is below 1, or there would be more values than an array holds.
    /// </exception>
    /// <exception cref="ArgumentException">There is no event, or one lies outside the sensor.</exception>
    public static SpikeTrain ByEventCount(ReadOnlySpan<AddressEvent> events, int height, int width, int eventCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(eventCount);
        Times(events);
        return Frames(events, height, width, (events.Length - 1) / eventCount + 1, (_, index) => index / eventCount);
    }

    /// <summary>So many bins of equal time over all events.</summary>
    /// <param name="events">Events in any order, at least one.</param>
    /// <param name="height">The sensor's rows.</param>
    /// <param name="width">The sensor's columns.</param>
    /// <param name="binCount">The number of bins, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An argument is below 1, or there would be more values than an array holds.
    /// </exception>
    /// <exception cref="ArgumentException">There is no event, or one lies outside the sensor.</exception>
    public static SpikeTrain ByBinCount(ReadOnlySpan<AddressEvent> events, int height, int width, int binCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(binCount);
        (long first, long last) = Times(events);
        // In whole numbers, so that no event falls between two bins.
        UInt128 span = (UInt128)Elapsed(first, last) + 1;
        return Frames(events, height, width, binCount, (own, _) => (int)((UInt128)Elapsed(first, own.Timestamp) * (uint)binCount / span));
    }

    private static SpikeTrain Frames(ReadOnlySpan<AddressEvent> events, int height, int width, int bins, Func<AddressEvent, int, int> binOf)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        Dictionary<(int Bin, int Neuron), int> counts = [];
        for (int index = 0; index < events.Length; index++)
        {
            AddressEvent own = events[index];
            if ((uint)own.X >= (uint)width || (uint)own.Y >= (uint)height || own.Polarity is not (0 or 1))
                throw new ArgumentException($"{own} lies outside a sensor of {height} x {width} pixels and polarities 0 and 1.", nameof(events));
            int neuron = checked((own.Polarity * height + own.Y) * width + own.X);
            CollectionsMarshal.GetValueRefOrAddDefault(counts, (binOf(own, index), neuron), out _)++;
        }
        return SpikeTrain.FromEvents(counts.Select(count => new SpikeEvent(count.Key.Bin, count.Key.Neuron, count.Value)), bins, 2, height, width);
    }

    private static ulong Elapsed(long first, long time) => unchecked((ulong)(time - first));

    private static (long First, long Last) Times(ReadOnlySpan<AddressEvent> events)
    {
        if (events.IsEmpty)
            throw new ArgumentException("There is no event to put into bins.", nameof(events));
        (long first, long last) = (long.MaxValue, long.MinValue);
        foreach (AddressEvent own in events)
            (first, last) = (Math.Min(first, own.Timestamp), Math.Max(last, own.Timestamp));
        return (first, last);
    }
}
