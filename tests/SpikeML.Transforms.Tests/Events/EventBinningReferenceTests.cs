namespace SpikeML.Tests.Events;

/// <summary>Binning of many events, in order of time and not, against counting in a dictionary.</summary>
public class EventBinningReferenceTests
{
    public static TheoryData<int, int, int, int> Recordings => new()
    {
        // Height, width, events, and how far their times may be out of order.
        { 34, 34, 20_000, 0 }, { 34, 34, 20_000, 5 }, { 34, 34, 20_000, 5000 }, { 1, 1, 3000, 100 }, { 3, 65, 500, 0 },
        { 720, 1280, 3000, 0 }, { 720, 1280, 3000, 50 }, { 2, 2, 1, 0 }, { 200, 300, 40_000, 0 },
        // More events of a pixel than a byte counts.
        { 2, 40, 60_000, 0 }, { 1, 1, 70_000, 0 },
    };

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Frames_are_those_of_counting_one_by_one(int height, int width, int count, int disorder)
    {
        Random random = new(count + disorder);
        AddressEvent[] events = [.. Enumerable.Range(0, count).Select(i =>
            new AddressEvent(random.Next(width), random.Next(height), i / 3 + random.Next(disorder + 1), random.Next(2)))];
        long first = events.Min(own => own.Timestamp), span = events.Max(own => own.Timestamp) - first + 1;
        foreach (int size in new[] { 1, 7, 100, 100_000 })
        {
            if (height * width * 2L * (span / size + 1) < Array.MaxLength)
                AssertCounts(
                    EventBinning.ByTimeWindow(events, height, width, size), events, (own, _) => (own.Timestamp - first) / size);
            if (height * width * 2L * (count / size + 1) < Array.MaxLength)
                AssertCounts(EventBinning.ByEventCount(events, height, width, size), events, (_, index) => index / size);
            if (height * width * 2L * size < Array.MaxLength)
                AssertCounts(EventBinning.ByBinCount(events, height, width, size), events,
                    (own, _) => (own.Timestamp - first) * size / span);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5000)]
    public void Binning_allocates_nothing_but_the_train_that_it_gives(int disorder)
    {
        Random random = new(1);
        AddressEvent[] events = [.. Enumerable.Range(0, 20_000).Select(i =>
            new AddressEvent(random.Next(34), random.Next(34), i + random.Next(disorder + 1), random.Next(2)))];
        SpikeTrain train = EventBinning.ByTimeWindow(events, 34, 34, 200);
        long before = GC.GetAllocatedBytesForCurrentThread();
        EventBinning.ByTimeWindow(events, 34, 34, 200);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 12L * train.Count, 12L * train.Count + 1000);
    }

    [Fact]
    public void Numbers_are_sorted_as_arrays_are()
    {
        Random random = new(1);
        foreach (int length in new[] { 0, 1, 2047, 2048, 10_000 })
        {
            foreach (int largest in new[] { 1, 2047, 2048, 1 << 22, int.MaxValue })
            {
                int[] values = [.. Enumerable.Range(0, length).Select(_ => random.Next(largest))], expected = [.. values.Order()];
                RadixSort.Sort(values);
                Assert.Equal(expected, values);
            }
        }
    }

    private static void AssertCounts(SpikeTrain frames, AddressEvent[] events, Func<AddressEvent, int, long> binOf)
    {
        (int height, int width) = (frames.Shape[1], frames.Shape[2]);
        IEnumerable<SpikeEvent> expected = events
            .Select((own, index) => (Bin: (int)binOf(own, index), Neuron: (own.Polarity * height + own.Y) * width + own.X))
            .GroupBy(key => key).OrderBy(group => group.Key)
            .Select(group => new SpikeEvent(group.Key.Bin, group.Key.Neuron, group.Count()));
        Assert.Equal(expected, frames);
    }
}
