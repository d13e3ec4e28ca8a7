namespace SpikeML.Events;

/// <summary>Puts events in the order of their times; events of one time keep theirs.</summary>
internal static class EventOrder
{
    public static void Sort(Span<AddressEvent> events)
    {
        int first = 1;
        while (first < events.Length && events[first - 1].Timestamp <= events[first].Timestamp)
            first++;
        if (first >= events.Length)
            return;
        // Equal times are ordered by their places, since the sort itself does not keep their order.
        (long Time, int Place)[] keys = new (long, int)[events.Length];
        for (int i = 0; i < keys.Length; i++)
            keys[i] = (events[i].Timestamp, i);
        Array.Sort(keys);
        AddressEvent[] copy = events.ToArray();
        for (int i = 0; i < keys.Length; i++)
            events[i] = copy[keys[i].Place];
    }
}
