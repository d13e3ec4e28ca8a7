using SpikeML.Tests;
using static SpikeML.Events.Tests.Recordings;

namespace SpikeML.Events.Tests.Reading;

public class EventReaderTests
{
    private static readonly byte[] ThreeEvents = Dat("% Version 2\n", 12, 8, 1, 10, 2, 20, 3, 30);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(63)]
    [InlineData(4096)]
    public void ReadInto_gives_all_events_whatever_the_room(int room)
    {
        byte[] content = Dat("% Version 2\n", 12, 8, [.. Enumerable.Range(0, 400).Select(i => (uint)i)]);
        using EventReader reader = EventReader.Open(new MemoryStream(content));
        List<AddressEvent> events = [];
        AddressEvent[] batch = new AddressEvent[room];
        for (int count; (count = reader.ReadInto(batch)) > 0;)
            events.AddRange(batch[..count]);
        Assert.Equal(Enumerable.Range(0, 200).Select(i => 2L * i), events.Select(own => own.Timestamp));
        Assert.Equal(200, reader.EventCount);
    }

    [Fact]
    public void Read_stops_at_an_event_outside_the_sensor_and_names_it()
    {
        string message = Refusal(ThreeEvents, new() { Width = 20 });
        Assert.Contains("event 1 at x = 20, y = 0, outside the sensor of 20 columns", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_leaves_events_outside_the_sensor_out_when_asked()
    {
        using EventReader reader = EventReader.Open(new MemoryStream(ThreeEvents),
            new() { Width = 30, Height = 1, Outside = OutsideEvents.Drop });
        Assert.Equal([10, 20], reader.Read().Select(own => own.X));
        Assert.Equal((2, 1), (reader.EventCount, reader.DroppedCount));
    }

    [Fact]
    public void Open_takes_the_format_that_it_is_given() => Assert.Equal([new AddressEvent(37, 32, 0x1234, 0)],
        Read([37, 32, 0, 0x12, 0x34], new() { Format = EventFormat.NMnist }));

    [Fact]
    public void Open_names_the_file_and_the_formats_when_none_fits()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("a.bin", [0, 1, 2, 3]);
        string message = Assert.Throws<FormatException>(() => EventReader.Open(path)).Message;
        Assert.StartsWith($"'{path}' is not an event recording", message, StringComparison.Ordinal);
        Assert.Contains("Evt3", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_refuses_a_file_without_content() =>
        Assert.Contains("is empty", Refusal([]), StringComparison.Ordinal);

    [Fact]
    public void Open_leaves_a_stream_open()
    {
        MemoryStream stream = new(ThreeEvents);
        EventReader.Open(stream).Dispose();
        Assert.True(stream.CanRead);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(null, -1)]
    public void Open_refuses_sizes_below_one(int? width, int? height) => Assert.Throws<ArgumentOutOfRangeException>(() =>
        EventReader.Open(new MemoryStream(ThreeEvents), new() { Width = width, Height = height }));
}
