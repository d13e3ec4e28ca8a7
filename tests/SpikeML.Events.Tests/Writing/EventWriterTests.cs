using CsCheck;
using SpikeML.Tests;
using static SpikeML.Events.Tests.Recordings;

namespace SpikeML.Events.Tests.Writing;

public class EventWriterTests
{
    private static readonly Gen<AddressEvent[]> Any =
        Gen.Select(Gen.Int[0, 255], Gen.Int[0, 239], Gen.Long[0, 4_000_000_000], Gen.Int[0, 1], (x, y, time, polarity) =>
            new AddressEvent(x, y, time, polarity))
            .Array[1, 60].Select(events => events.OrderBy(own => own.Timestamp).ToArray());

    [Theory]
    [InlineData(EventFormat.Dat)]
    [InlineData(EventFormat.Npy)]
    [InlineData(EventFormat.Text)]
    public void Write_gives_what_the_reader_reads(EventFormat format) => Any.Sample(events =>
    {
        long first = format == EventFormat.Dat ? events[0].Timestamp : 0;
        AddressEvent[] own = [.. events.Select(each => each with { Timestamp = (each.Timestamp - first) / 4 })];
        Assert.Equal(own, Read(Written(own, format), new() { TimeUnit = EventTimeUnit.Microseconds }));
    }, iter: 50);

    [Fact]
    public void Write_gives_n_mnist_that_the_reader_reads()
    {
        AddressEvent[] events = [new(1, 2, 3, 1), new(255, 239, 9_000_000, 0)];
        Assert.Equal(events, Read(Written(events, EventFormat.NMnist)));
    }

    [Fact]
    public void Write_wraps_the_times_of_dat_and_keeps_the_size()
    {
        AddressEvent[] events = [new(16383, 16383, 2_000_000_000, 1), new(0, 0, 4_000_000_000, 0), new(1, 1, 6_000_000_000, 1)];
        using MemoryStream file = new();
        EventWriter.Write(file, events, EventFormat.Dat, width: 20_000, height: 16_384);
        file.Position = 0;
        using EventReader reader = EventReader.Open(file);
        Assert.Equal(events, reader.Read());
        Assert.Equal((20_000, 16_384), (reader.Width, reader.Height));
    }

    public static TheoryData<EventFormat, AddressEvent> Unwritable => new()
    {
        { EventFormat.Dat, new(16384, 0, 0, 0) },
        { EventFormat.Dat, new(0, 0, -1, 0) },
        { EventFormat.Dat, new(0, 0, 1L << 31, 0) },
        { EventFormat.Npy, new(0, 32768, 0, 0) },
        { EventFormat.NMnist, new(0, 240, 0, 0) },
        { EventFormat.Text, new(-1, 0, 0, 0) },
        { EventFormat.Text, new(0, -1, 0, 0) },
        { EventFormat.Evt3, new(0, 0, 0, 0) },
    };

    [Theory]
    [MemberData(nameof(Unwritable))]
    public void Write_leaves_no_file_when_an_event_or_the_format_does_not_fit(EventFormat format, AddressEvent wrong)
    {
        using TemporaryFolder folder = new();
        Assert.ThrowsAny<ArgumentException>(() => EventWriter.Write(folder.File("a"), [new(0, 0, 0, 0), wrong], format));
        Assert.Empty(folder.FileNames);
    }

    [Theory]
    [InlineData(EventFormat.NMnist, 34, null)]
    [InlineData(EventFormat.Dat, null, 34)]
    [InlineData(EventFormat.Npy, 34, 34)]
    [InlineData(EventFormat.Text, 34, 34)]
    public void Write_refuses_events_outside_the_sensor_that_is_given(EventFormat format, int? width, int? height)
    {
        using MemoryStream file = new();
        EventWriter.Write(file, [new(33, 33, 0, 0)], format, width, height);
        string message = Assert.Throws<ArgumentException>(() =>
            EventWriter.Write(file, [new(33, 33, 0, 0), new(34, 34, 0, 0)], format, width, height)).Message;
        Assert.StartsWith("Event 1, AddressEvent { X = 34", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_gives_an_array_that_numpy_files_read()
    {
        AddressEvent[] events = [new(1, 2, 1L << 40, 1), new(3, 4, 5, 0)];
        Assert.Equal(events, NpyFile.ReadEvents(new MemoryStream(Written(events, EventFormat.Npy))));
    }
}
