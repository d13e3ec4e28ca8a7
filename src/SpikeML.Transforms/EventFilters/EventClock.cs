using System.Runtime.CompilerServices;

namespace SpikeML;

/// <summary>Changes the times of events, in place.</summary>
internal static class EventClock
{
    /// <summary>Keeps the events from one time to before another; returns their number.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static int Crop(Span<AddressEvent> events, long start, long end)
    {
        int kept = 0;
        foreach (ref readonly AddressEvent own in events)
        {
            if (own.Timestamp >= start && own.Timestamp < end)
                events[kept++] = own;
        }
        return kept;
    }

    /// <summary>Drops the events from one time to another, both included; returns the number of the rest.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static int Drop(Span<AddressEvent> events, long start, long end)
    {
        int kept = 0;
        foreach (ref readonly AddressEvent own in events)
        {
            if (own.Timestamp < start || own.Timestamp > end)
                events[kept++] = own;
        }
        return kept;
    }

    /// <summary>Subtracts an origin, multiplies by a factor and adds an offset, rounding down.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Scale(Span<AddressEvent> events, long origin, double factor, double offset)
    {
        for (int i = 0; i < events.Length; i++)
        {
            double scaled = Math.Floor((events[i].Timestamp - origin) * factor + offset);
            if (!(Math.Abs(scaled) <= EventColumn.LargestTime))
                throw new InvalidFeatureException(EventColumn.Fields * i + 2, (double)events[i].Timestamp,
                    $"Scaled to {scaled}, the time is too large: use a smaller factor or offset.");
            events[i] = events[i] with { Timestamp = (long)scaled };
        }
    }

    /// <summary>Reverses time and order: the first event becomes the last, at the last one's time.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Reverse(Span<AddressEvent> events)
    {
        (long first, long last) = EventTimes.Range(events);
        foreach (ref AddressEvent own in events)
            own = own with { Timestamp = first + (last - own.Timestamp) };
        events.Reverse();
    }

    /// <summary>Sorts by time; events of equal time keep their order.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Sort(Span<AddressEvent> events, EventMemory memory)
    {
        if (IsSorted(events))
            return;
        Span<long> times = memory.Times(events.Length);
        Span<int> order = memory.Order(events.Length);
        for (int i = 0; i < events.Length; i++)
            (times[i], order[i]) = (events[i].Timestamp, i);
        times.Sort(order);
        for (int first = 0, next; first < times.Length; first = next)
        {
            for (next = first + 1; next < times.Length && times[next] == times[first]; next++)
            {
            }
            order[first..next].Sort();
        }
        Span<AddressEvent> copy = memory.Events(events.Length);
        events.CopyTo(copy);
        for (int i = 0; i < events.Length; i++)
            events[i] = copy[order[i]];
    }

    private static bool IsSorted(ReadOnlySpan<AddressEvent> events)
    {
        for (int i = 1; i < events.Length; i++)
        {
            if (events[i].Timestamp < events[i - 1].Timestamp)
                return false;
        }
        return true;
    }
}
