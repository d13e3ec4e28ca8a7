namespace SpikeML.Tests.Events;

public class EventBinningOptionsTests
{
    private static readonly AddressEvent[] Events =
    [
        new(0, 0, 100, 1), new(2, 1, 109, 0), new(2, 1, 109, 1), new(2, 1, 109, 0), new(0, 0, 110, 1), new(1, 1, 135, 0),
    ];

    [Fact]
    public void Start_and_end_give_silent_bins_and_leave_other_events_out()
    {
        SpikeTrain train = EventBinning.ByTimeWindow(Events, 2, 3, 10, new() { Start = 90, End = 135 });
        Assert.Equal(5, train.NumSteps);
        Assert.Equal([new SpikeEvent(1, 5, 2), new(1, 6, 1), new(1, 11, 1), new(2, 6, 1)], train);
        Assert.Empty(EventBinning.ByTimeWindow([], 2, 3, 10, new() { Start = 90, End = 135 }));
        Assert.Equal([1, 1, 1, 2], EventBinning.ByBinCount(Events, 2, 3, 4, new() { Start = 90, End = 130 })
            .Select(spike => spike.Step));
        Assert.Equal(2, EventBinning.ByEventCount(Events, 2, 3, 2, new() { Start = 105, End = 111 }).NumSteps);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(256)]
    public void As_many_bins_as_events_after_a_silent_one_are_counted(int count)
    {
        AddressEvent[] events = [.. Enumerable.Range(1, count).Select(i => new AddressEvent(0, 0, i, 1))];
        Assert.Equal(Enumerable.Range(1, count), EventBinning.ByTimeWindow(events, 1, 1, 1, new() { Start = 0 })
            .Select(spike => spike.Step));
    }

    [Fact]
    public void Either_end_can_be_left_to_the_events()
    {
        Assert.Equal([0, 0, 0, 3], EventBinning.ByTimeWindow(Events, 2, 3, 10, new() { Start = 101 })
            .Select(spike => spike.Step));
        Assert.Equal(2, EventBinning.ByTimeWindow(Events, 2, 3, 10, new() { End = 115 }).NumSteps);
        Assert.Throws<ArgumentException>(() => EventBinning.ByTimeWindow(Events, 2, 3, 10, new() { Start = 900 }));
    }

    [Fact]
    public void Values_are_ones_or_sums_of_polarity()
    {
        Assert.Equal([1f, 1, 1, 1, 1], EventBinning.ByTimeWindow(Events, 2, 3, 10, new() { Value = EventValue.AtMostOne })
            .Select(spike => spike.Value));
        SpikeTrain sums = EventBinning.ByTimeWindow(Events, 2, 3, 10, new() { Value = EventValue.PolaritySum });
        Assert.Equal([1, 2, 3], sums.Shape);
        Assert.Equal([new SpikeEvent(0, 0, 1), new(0, 5, -1), new(1, 0, 1), new(3, 4, -1)], sums);
    }

    [Theory]
    [InlineData(300_000)]
    [InlineData(3_000)]
    public void Two_seconds_at_HD_in_steps_of_a_millisecond_are_a_train(int count)
    {
        Random random = new(count);
        AddressEvent[] events = [.. Enumerable.Range(0, count).Select(i =>
            new AddressEvent(random.Next(1280), random.Next(720), i * 2_000_000L / count, random.Next(2)))];
        SpikeTrain train = EventBinning.ByTimeWindow(events, 720, 1280, 1000, new() { Start = 0, End = 2_000_000 });
        Assert.Equal((2000, 2 * 720 * 1280), (train.NumSteps, train.NeuronCount));
        var expected = events.CountBy(own => ((int)(own.Timestamp / 1000), (own.Polarity * 720 + own.Y) * 1280 + own.X))
            .OrderBy(pair => pair.Key).Select(pair => new SpikeEvent(pair.Key.Item1, pair.Key.Item2, pair.Value));
        Assert.Equal(expected, train);
        Assert.Equal(expected, EventBinning.ByTimeWindow([.. events.Reverse()], 720, 1280, 1000));
        Assert.Contains("3,686,400,000 values", Assert.Throws<InvalidOperationException>(train.ToDense).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_end_before_the_start_is_refused() => Assert.Equal("End", Assert.Throws<ArgumentOutOfRangeException>(() =>
        EventBinning.ByBinCount(Events, 2, 3, 4, new() { Start = 5, End = 5 })).ParamName);
}
