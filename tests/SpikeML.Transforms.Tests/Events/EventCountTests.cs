using SpikeML.Tests.EventTensors;

namespace SpikeML.Tests.Events;

/// <summary>Frames of all sizes against a dictionary of counts; a pixel may have hundreds of events in a bin.</summary>
public class EventCountTests
{
    private const int Window = 1000;

    public static TheoryData<int, int, int, int, bool> Recordings => new(
        from size in new[] { (2, 3), (34, 34), (480, 640) }
        from count in new[] { 7, 2000, 60_000 }
        from pixels in new[] { 3, 1_000_000 }
        from isOrdered in new[] { true, false }
        select (size.Item1, size.Item2, count, pixels, isOrdered));

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Numbers_of_events_are_exact(int height, int width, int count, int pixels, bool isOrdered)
    {
        AddressEvent[] events = Make(height, width, count, pixels, isOrdered);
        long first = events.Min(own => own.Timestamp);
        SpikeEvent[] expected = [.. events.GroupBy(own => (Step: (int)((own.Timestamp - first) / Window),
            Neuron: (own.Polarity * height + own.Y) * width + own.X)).OrderBy(group => group.Key)
            .Select(group => new SpikeEvent(group.Key.Step, group.Key.Neuron, group.Count()))];
        Assert.Equal(expected, EventBinning.ByTimeWindow(events, height, width, Window));
        EventSpikesOptions options = new() { Height = height, Width = width, NumSteps = 20, StepDuration = Window };
        Assert.Equal(expected, EventRows.Bin(options, events));
    }

    /// <summary>Numbers around those that a byte holds, in a row that is dense and in one that is sparse.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    public void Numbers_above_a_byte_are_exact(int neighbours)
    {
        int[] numbers = [254, 255, 256, 510, 511, 765, 70_000];
        AddressEvent[] events = [new(0, 0, 0, 0), .. numbers.SelectMany((number, i) =>
            Enumerable.Repeat(new AddressEvent(i * neighbours, 0, 0, 1), number))];
        SpikeEvent[] expected = [new(0, 0, 1), .. numbers.Select((number, i) =>
            new SpikeEvent(0, numbers.Length * neighbours + i * neighbours, number))];
        Assert.Equal(expected, EventBinning.ByTimeWindow(events, 1, numbers.Length * neighbours, 1));
        EventSpikesOptions options = new() { Height = 1, Width = numbers.Length * neighbours, NumSteps = 1, StepDuration = 1 };
        Assert.Equal(expected, EventRows.Bin(options, events));
    }

    private static AddressEvent[] Make(int height, int width, int count, int pixels, bool isOrdered)
    {
        Random random = new(count + pixels);
        int used = Math.Min(pixels, 2 * height * width);
        AddressEvent[] events = [.. Enumerable.Range(0, count).Select(_ =>
        {
            int place = random.Next(used);
            return new AddressEvent(place % width, place / width % height, random.Next(20 * Window), place / width / height % 2);
        })];
        return isOrdered ? [.. events.OrderBy(own => own.Timestamp)] : events;
    }
}
