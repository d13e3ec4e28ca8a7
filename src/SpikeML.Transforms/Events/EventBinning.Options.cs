namespace SpikeML;

public static partial class EventBinning
{
    /// <summary>
    /// One bin per time window, from a start or to an end; windows without events are silent steps, also before the first event
    /// and after the last.
    /// </summary>
    /// <param name="events">Events in any order.</param>
    /// <param name="height">The height of the sensor in pixels.</param>
    /// <param name="width">The width of the sensor in pixels.</param>
    /// <param name="window">The duration of a bin in microseconds, at least 1; the last bin may be shorter.</param>
    /// <param name="options">Which events are binned, and what the values of spikes are.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    /// <exception cref="ArgumentException">
    /// There are no events where they would say the start or the end, or an event is outside the sensor.
    /// </exception>
    public static SpikeTrain ByTimeWindow(
        ReadOnlySpan<AddressEvent> events, int height, int width, long window, EventBinningOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(window);
        return Bin(events, height, width, options, (own, first, last) =>
            CountWindows(own, height, width, window, first, last));
    }

    /// <summary>
    /// One bin per <paramref name="eventCount"/> events of those from a start or to an end, in their given order.
    /// </summary>
    /// <param name="events">Events.</param>
    /// <param name="height">The height of the sensor in pixels.</param>
    /// <param name="width">The width of the sensor in pixels.</param>
    /// <param name="eventCount">The number of events per bin, at least 1; the last bin may have fewer.</param>
    /// <param name="options">Which events are binned, and what the values of spikes are.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    /// <exception cref="ArgumentException">No events are left, or an event is outside the sensor.</exception>
    public static SpikeTrain ByEventCount(
        ReadOnlySpan<AddressEvent> events, int height, int width, int eventCount, EventBinningOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(eventCount);
        return Bin(events, height, width, options, (own, _, _) =>
        {
            CheckAny(own);
            return EventFrames.Count(own, height, width, (own.Length - 1) / eventCount + 1, new EventGroups(eventCount));
        });
    }

    /// <summary>A fixed number of bins of equal duration, from a start or to an end.</summary>
    /// <param name="events">Events in any order.</param>
    /// <param name="height">The height of the sensor in pixels.</param>
    /// <param name="width">The width of the sensor in pixels.</param>
    /// <param name="binCount">The number of bins, at least 1.</param>
    /// <param name="options">Which events are binned, and what the values of spikes are.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    /// <exception cref="ArgumentException">
    /// There are no events where they would say the start or the end, or an event is outside the sensor.
    /// </exception>
    public static SpikeTrain ByBinCount(
        ReadOnlySpan<AddressEvent> events, int height, int width, int binCount, EventBinningOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(binCount);
        return Bin(events, height, width, options, (own, first, last) =>
            EventFrames.Count(own, height, width, binCount, new EqualBins(first, Elapsed(first, last), binCount)));
    }

    private delegate SpikeTrain Counter(ReadOnlySpan<AddressEvent> events, long first, long last);

    private static SpikeTrain Bin(
        ReadOnlySpan<AddressEvent> events, int height, int width, EventBinningOptions options, Counter count)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        AddressEvent[] own = new AddressEvent[events.Length];
        int kept = 0;
        foreach (ref readonly AddressEvent one in events)
        {
            if (options.Takes(one))
                own[kept++] = one;
        }
        (long first, long last) = options is { Start: long start, End: long end } ? (start, end - 1)
            : Range(own.AsSpan(0, kept), options);
        return EventValues.Of(count(own.AsSpan(0, kept), first, last), height, width, options.Value);
    }

    private static (long First, long Last) Range(ReadOnlySpan<AddressEvent> events, EventBinningOptions options)
    {
        CheckAny(events);
        (long first, long last) = EventTimes.Range(events);
        return (options.Start ?? first, options.End - 1 ?? last);
    }
}
