using Microsoft.ML;

namespace SpikeML.Tests.EventTensors;

public class EventSpikesTests
{
    private static readonly AddressEvent[] Events =
    [
        new(0, 0, 100, 1), new(2, 1, 109, 0), new(2, 1, 109, 1), new(2, 1, 109, 0), new(0, 0, 110, 1), new(1, 1, 135, 0),
    ];

    [Fact]
    public void Steps_are_counted_from_the_first_event_and_the_rest_is_left_out() => Assert.Equal(
        [new SpikeEvent(0, 5, 2), new(0, 6, 1), new(0, 11, 1), new(1, 6, 1)],
        Bin(new() { NumSteps = 2, StepDuration = 10 }));

    [Fact]
    public void Start_moves_the_steps_and_leaves_earlier_events_out() => Assert.Equal(
        [new SpikeEvent(0, 5, 2), new(0, 11, 1), new(1, 6, 1), new(6, 4, 1)],
        Bin(new() { NumSteps = 7, StepDuration = 5, Start = 105 }));

    [Fact]
    public void A_row_is_divided_evenly_without_a_duration() => Assert.Equal(
        [new SpikeEvent(0, 5, 2), new(0, 6, 2), new(0, 11, 1), new(1, 4, 1)], Bin(new() { NumSteps = 2 }));

    [Fact]
    public void Steps_of_a_number_of_events_follow_their_order() => Assert.Equal(
        [new SpikeEvent(0, 5, 1), new(0, 6, 1), new(1, 5, 1), new(1, 11, 1)],
        Bin(new() { NumSteps = 2, EventsPerStep = 2 }));

    [Fact]
    public void Values_are_counts_or_ones_or_sums_of_polarity()
    {
        Assert.Equal([1f, 1, 1, 1], Bin(new() { NumSteps = 2, StepDuration = 10, Value = EventValue.AtMostOne })
            .Select(spike => spike.Value));
        SpikeTrain sums = Bin(new() { NumSteps = 2, StepDuration = 10, Value = EventValue.PolaritySum });
        Assert.Equal([1, 2, 3], sums.Shape);
        Assert.Equal([new SpikeEvent(0, 0, 1), new(0, 5, -1), new(1, 0, 1)], sums);
    }

    [Fact]
    public void A_column_that_no_vector_can_hold_says_what_to_change()
    {
        MLContext context = new(seed: 1);
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => context.Transforms.Events
            .ToSpikes("Spikes", "Events", new() { NumSteps = 2000, Height = 720, Width = 1280 }));
        Assert.Equal("NumSteps", error.ParamName);
        Assert.Contains("lower NumSteps to 1,165 or less, Resize or Crop", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_without_events_is_silent() => Assert.Empty(Bin(new() { NumSteps = 2 }, []));

    [Theory]
    [InlineData(5)]
    [InlineData(5000)]
    public void Rows_are_those_of_EventBinning_in_order_or_not(int count)
    {
        Random random = new(count);
        AddressEvent[] events = [.. Enumerable.Range(0, count).Select(_ =>
            new AddressEvent(random.Next(3), random.Next(2), random.Next(1000), random.Next(2)))];
        Assert.Equal(EventBinning.ByBinCount(events, 2, 3, 50), Bin(new() { NumSteps = 50 }, events));
    }

    /// <summary>A row whose events turn out not to be in order after many at one pixel leaves nothing to the next row.</summary>
    [Fact]
    public void Rows_do_not_change_the_rows_after_them()
    {
        AddressEvent[] many = [.. Enumerable.Repeat(new AddressEvent(1, 1, 900, 1), 600), new(0, 0, 0, 0)];
        // So many steps that frames are counted one after the other.
        SpikeTrain[] trains = Bins(new() { NumSteps = 200 }, many, Events, many);
        Assert.Equal([new SpikeEvent(0, 0, 1), new(199, 10, 600)], trains[0]);
        Assert.Equal(Bin(new() { NumSteps = 200 }), trains[1]);
        Assert.Equal(trains[0], trains[2]);
    }

    private static SpikeTrain Bin(EventSpikesOptions options, AddressEvent[]? events = null) =>
        Bins(options, events ?? Events).Single();

    private static SpikeTrain[] Bins(EventSpikesOptions options, params AddressEvent[][] rows) =>
        EventRows.Bins(options with { Height = 2, Width = 3 }, rows);
}
