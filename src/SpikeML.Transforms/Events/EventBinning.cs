namespace SpikeML;

/// <summary>
/// Puts events into frames: trains of a step for each bin, over neurons of shape [2, height, width] (polarity, y, x), whose
/// spikes' values are numbers of events. Every event is counted in exactly one bin, those of a last, unfinished bin too.
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
        return EventFrames.Count(events, height, width, (int)bins, new TimeWindows(first, (ulong)window));
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
        CheckAny(events);
        return EventFrames.Count(events, height, width, (events.Length - 1) / eventCount + 1, new EventGroups(eventCount));
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
        return EventFrames.Count(events, height, width, binCount, new EqualBins(first, Elapsed(first, last), binCount));
    }

    internal static ulong Elapsed(long first, long time) => unchecked((ulong)(time - first));

    private static (long First, long Last) Times(ReadOnlySpan<AddressEvent> events)
    {
        CheckAny(events);
        (long first, long last) = (long.MaxValue, long.MinValue);
        foreach (AddressEvent own in events)
            (first, last) = (Math.Min(first, own.Timestamp), Math.Max(last, own.Timestamp));
        return (first, last);
    }

    private static void CheckAny(ReadOnlySpan<AddressEvent> events)
    {
        if (events.IsEmpty)
            throw new ArgumentException("There are no events to put into bins.", nameof(events));
    }
}
