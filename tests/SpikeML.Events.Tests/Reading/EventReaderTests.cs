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
    public void Read_goes_on_where_another_loop_stopped()
    {
        using EventReader reader = EventReader.Open(new MemoryStream(ThreeEvents));
        Assert.Equal([10], reader.Read().Take(1).Select(own => own.X));
        Assert.Equal(1, reader.EventCount);
        AddressEvent[] batch = new AddressEvent[4096];
        Assert.Equal(2, reader.ReadInto(batch));
        Assert.Equal((20, 30, 3), (batch[0].X, batch[1].X, reader.EventCount));
        Assert.Empty(reader.Read());
    }

    [Fact]
    public void Open_refuses_another_encoding_than_the_header_gives() => Assert.Contains(
        "is a RAW file in the encoding 'EVT3', and Format is Evt2: leave it out",
        Refusal(Evt3("% evt 3.0\n", 0x8000), new() { Format = EventFormat.Evt2 }), StringComparison.Ordinal);

    [Fact]
    public void Open_says_that_a_path_is_that_of_a_folder()
    {
        using TemporaryFolder folder = new();
        Assert.Contains("is a folder, not a file: mlContext.Data.LoadEvents",
            Assert.Throws<IOException>(() => EventReader.Open(folder.Path)).Message, StringComparison.Ordinal);
    }

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
