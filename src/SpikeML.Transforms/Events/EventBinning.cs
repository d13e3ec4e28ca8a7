namespace SpikeML;

/// <summary>
/// Bins events into frames: trains with one step per bin, over neurons of shape [2, height, width] (polarity, y, x), in which the
/// value of a spike is the number of events. Every event is counted in exactly one bin, including those of an incomplete last
/// bin.
/// </summary>
public static partial class EventBinning
{
    /// <summary>One bin per time window, starting at the first event; windows without events are silent steps.</summary>
    /// <param name="events">Events in any order, at least one.</param>
    /// <param name="height">The height of the sensor in pixels.</param>
    /// <param name="width">The width of the sensor in pixels.</param>
    /// <param name="window">The duration of a bin in microseconds, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is below 1, or there are too many pixels or bins.</exception>
    /// <exception cref="ArgumentException">There are no events, or an event is outside the sensor.</exception>
    public static SpikeTrain ByTimeWindow(ReadOnlySpan<AddressEvent> events, int height, int width, long window)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(window);
        CheckAny(events);
        (long first, long last) = (events[0].Timestamp, events[^1].Timestamp);
        if (first <= last && EventFrames.TryCount(
            events, height, width, Bins(first, last, window), new TimeWindows(first, Elapsed(first, last), (ulong)window))
                is { } counted)
            return counted;
        (first, last) = EventTimes.Range(events);
        return CountWindows(events, height, width, window, first, last);
    }

    /// <summary>One bin per <paramref name="eventCount"/> events, in their given order; the last bin may have fewer.</summary>
    /// <param name="events">Events, at least one.</param>
    /// <param name="height">The height of the sensor in pixels.</param>
    /// <param name="width">The width of the sensor in pixels.</param>
    /// <param name="eventCount">The number of events per bin, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is below 1, or there are too many pixels.</exception>
    /// <exception cref="ArgumentException">There are no events, or an event is outside the sensor.</exception>
    public static SpikeTrain ByEventCount(ReadOnlySpan<AddressEvent> events, int height, int width, int eventCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(eventCount);
        CheckAny(events);
        return EventFrames.Count(events, height, width, (events.Length - 1) / eventCount + 1, new EventGroups(eventCount));
    }

    /// <summary>A fixed number of bins of equal duration over all events.</summary>
    /// <param name="events">Events in any order, at least one.</param>
    /// <param name="height">The height of the sensor in pixels.</param>
    /// <param name="width">The width of the sensor in pixels.</param>
    /// <param name="binCount">The number of bins, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is below 1, or there are too many pixels.</exception>
    /// <exception cref="ArgumentException">There are no events, or an event is outside the sensor.</exception>
    public static SpikeTrain ByBinCount(ReadOnlySpan<AddressEvent> events, int height, int width, int binCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(binCount);
        CheckAny(events);
        (long first, long last) = (events[0].Timestamp, events[^1].Timestamp);
        if (first <= last && EventFrames.TryCount(
            events, height, width, (uint)binCount, new EqualBins(first, Elapsed(first, last), binCount)) is { } counted)
            return counted;
        (first, last) = EventTimes.Range(events);
        return EventFrames.Count(events, height, width, binCount, new EqualBins(first, Elapsed(first, last), binCount));
    }

    internal static ulong Elapsed(long first, long time) => unchecked((ulong)(time - first));

    private static SpikeTrain CountWindows(
        ReadOnlySpan<AddressEvent> events, int height, int width, long window, long first, long last)
    {
        UInt128 bins = Bins(first, last, window);
        if (bins > int.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(window), window,
                $"This window gives {bins} bins, more than {int.MaxValue}: use a longer window.");
        return EventFrames.Count(events, height, width, (int)bins,
            new TimeWindows(first, Elapsed(first, last), (ulong)window));
    }

    private static UInt128 Bins(long first, long last, long window) => Elapsed(first, last) / (UInt128)(ulong)window + 1;

    private static void CheckAny(ReadOnlySpan<AddressEvent> events)
    {
        if (events.IsEmpty)
            throw new ArgumentException("There are no events to bin.", nameof(events));
    }
}
