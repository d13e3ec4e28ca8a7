using CsCheck;

namespace SpikeML.Tests.Events;

public class EventBinningTests
{
    private static readonly AddressEvent[] Four = [new(0, 0, 100, 1), new(2, 1, 109, 0), new(2, 1, 109, 0), new(0, 0, 110, 1)];

    private static readonly Gen<AddressEvent[]> Events =
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 2], Gen.Long[-1000, 1000], Gen.Int[0, 1], (x, y, time, polarity) =>
            new AddressEvent(x, y, time, polarity)).Array[1, 60];

    [Fact]
    public void ByTimeWindow_counts_from_the_first_event()
    {
        SpikeTrain frames = EventBinning.ByTimeWindow(Four, height: 2, width: 3, window: 10);
        Assert.Equal((2, 12), (frames.NumSteps, frames.NeuronCount));
        Assert.Equal([2, 2, 3], frames.Shape);
        Assert.Equal([new SpikeEvent(0, 5, 2), new(0, 6, 1), new(1, 6, 1)], frames);
    }

    [Fact]
    public void ByEventCount_keeps_a_last_bin_that_is_not_full() =>
        Assert.Equal([new SpikeEvent(0, 5, 2), new(0, 6, 1), new(1, 6, 1)], EventBinning.ByEventCount(Four, 2, 3, eventCount: 3));

    [Fact]
    public void ByBinCount_divides_the_time_evenly() =>
        Assert.Equal([new SpikeEvent(0, 6, 1), new(9, 5, 2), new(10, 6, 1)], EventBinning.ByBinCount(Four, 2, 3, binCount: 11));

    [Fact]
    public void No_event_is_lost_or_counted_twice() =>
        Events.Sample(events =>
        {
            var expected = events.GroupBy(own => (own.Polarity * 3 + own.Y) * 4 + own.X).ToDictionary(group =>
                group.Key, group => (float)group.Count());
            SpikeTrain[] all =
            [
                EventBinning.ByTimeWindow(events, 3, 4, 1), EventBinning.ByTimeWindow(events, 3, 4, 97),
                    EventBinning.ByEventCount(events, 3, 4, 7),
                EventBinning.ByBinCount(events, 3, 4, 1), EventBinning.ByBinCount(events, 3, 4, 13),
                    EventBinning.ByBinCount(events, 3, 4, 5000),
            ];
            foreach (SpikeTrain frames in all)
                Assert.Equal(expected, frames.GroupBy(spike => spike.Neuron).ToDictionary(group => group.Key, group =>
                    group.Sum(spike => spike.Value)));
        }, iter: 100);

    [Fact]
    public void Times_at_both_ends_of_64_bits_are_counted()
    {
        AddressEvent[] far = [new(0, 0, long.MinValue, 0), new(0, 0, 0, 0), new(0, 0, long.MaxValue, 0)];
        Assert.Equal([0, 1, 3], EventBinning.ByBinCount(far, 1, 1, 4).Select(spike => spike.Step).Order().Distinct()
            .Select(step => step == 2 ? 1 : step));
        Assert.Throws<ArgumentOutOfRangeException>(() => EventBinning.ByTimeWindow(far, 1, 1, 1000));
    }

    [Theory]
    [InlineData(5, -4, 9)]
    [InlineData(5, 30, 9)]
    [InlineData(0, 1, -1_000_000_000_000)]
    [InlineData(0, 1_000_000_000_000, 1)]
    [InlineData(long.MaxValue - 9, long.MinValue, long.MaxValue)]
    [InlineData(long.MinValue, long.MaxValue, long.MinValue + 9)]
    public void An_event_before_the_first_or_after_the_last_is_counted_in_its_bin(long first, long middle, long last)
    {
        AddressEvent[] events = [.. new[] { first, first, middle, last, last }.Select(time => new AddressEvent(0, 0, time, 0))];
        AddressEvent[] ordered = [.. events.OrderBy(own => own.Timestamp)];
        long window = (long)((((Int128)ordered[^1].Timestamp - ordered[0].Timestamp) / 20) + 1);
        Assert.Equal(EventBinning.ByTimeWindow(ordered, 1, 1, window).Events,
            EventBinning.ByTimeWindow(events, 1, 1, window).Events);
        Assert.Equal(EventBinning.ByBinCount(ordered, 1, 1, 20).Events, EventBinning.ByBinCount(events, 1, 1, 20).Events);
        Assert.Equal(5, EventBinning.ByTimeWindow(events, 1, 1, window).Events.Sum(spike => spike.Value));
    }

    [Fact]
    public void Events_outside_the_sensor_are_refused() =>
        Assert.Throws<ArgumentException>(() => EventBinning.ByEventCount([new(3, 0, 0, 0)], 2, 3, 1));

    [Fact]
    public void No_events_are_refused() => Assert.Throws<ArgumentException>(() => EventBinning.ByBinCount([], 2, 3, 1));
}
