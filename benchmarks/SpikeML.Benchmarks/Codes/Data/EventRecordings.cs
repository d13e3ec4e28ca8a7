namespace SpikeML.Benchmarks.Codes;

/// <summary>Recordings of an event camera of 34 x 34 pixels and 0.3 seconds, as N-MNIST's, to be binned in 100 steps.</summary>
internal static class EventRecordings
{
    public const int Side = 34, Bins = 100, Values = Bins * 2 * Side * Side;
    public const long Microseconds = 300_000, Window = Microseconds / Bins;

    private const double LargestDensity = 0.985;
    private const int LeastRows = 4;

    /// <summary>The share of values with events that can be had, and the number of events at random that gives it.</summary>
    public static (double Density, int Events) Find(double density)
    {
        density = Math.Min(density, LargestDensity);
        return (density, (int)(-Math.Log(1 - density) * Values));
    }

    /// <summary>
    /// Recordings in time order, from the first microsecond to the last, so that bins are alike for all contenders.
    /// </summary>
    public static AddressEvent[] Make(int count, int seed)
    {
        Random random = new(seed);
        AddressEvent[] events = [.. Enumerable.Range(0, count).Select(_ =>
            new AddressEvent(random.Next(Side), random.Next(Side), random.NextInt64(Microseconds), random.Next(2)))];
        Array.Sort(events, (one, other) => one.Timestamp.CompareTo(other.Timestamp));
        (events[0], events[^1]) = (events[0] with { Timestamp = 0 }, events[^1] with { Timestamp = Microseconds - 1 });
        return events;
    }

    /// <summary>The same as rows of numbers: x, y, time and polarity of each event.</summary>
    public static InputRows Rows(int count)
    {
        int rows = Math.Max(LeastRows, Math.Min(InputRows.CountFor(4L * count), (4 << 20) / count));
        return InputRows.Of([4 * count], [.. Enumerable.Range(1, rows).Select(seed => Make(count, seed)
            .SelectMany(own => new float[] { own.X, own.Y, own.Timestamp, own.Polarity }).ToArray())]);
    }
}
