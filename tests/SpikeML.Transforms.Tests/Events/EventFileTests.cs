using CsCheck;

namespace SpikeML.Tests.Events;

public class EventFileTests
{
    private static readonly Gen<AddressEvent[]> Events =
        Gen.Select(Gen.Int[0, 255], Gen.Int[0, 239], Gen.Long[0, 20_000_000], Gen.Int[0, 1], (x, y, time, polarity) =>
            new AddressEvent(x, y, time, polarity))
            .Array[0, 60].Select(events => events.OrderBy(own => own.Timestamp).ToArray());

    [Fact]
    public void NMnist_reads_five_bytes_an_event_and_adds_overflows()
    {
        byte[] content = [3, 7, 0x80, 0x01, 0x02, 0, 240, 0, 0, 0, 9, 8, 0x7F, 0xFF, 0xFF];
        Assert.Equal([new AddressEvent(3, 7, 258, 1), new(9, 8, 8_388_607 + 8192, 0)],
            NMnistFile.Read(new MemoryStream(content)));
    }

    [Fact]
    public void NMnist_reads_what_it_wrote_beyond_23_bits_of_time_too() =>
        Events.Sample(events =>
        {
            using MemoryStream stream = new();
            NMnistFile.Write(stream, events);
            stream.Position = 0;
            Assert.Equal(events, NMnistFile.Read(stream));
        }, iter: 100);

    [Fact]
    public void NMnist_refuses_a_file_that_is_cut_off() =>
        Assert.Contains("but this one has 8", Assert.Throws<FormatException>(() =>
            NMnistFile.Read(new MemoryStream(new byte[8]))).Message, StringComparison.Ordinal);

    public static TheoryData<AddressEvent> Unwritable => new() { new AddressEvent(256, 0, 0, 0), new AddressEvent(0, 240, 0, 0),
        new AddressEvent(0, 0, -1, 0), new AddressEvent(0, 0, 1L << 33, 0) };

    [Theory]
    [MemberData(nameof(Unwritable))]
    public void NMnist_writes_nothing_where_an_event_does_not_fit(AddressEvent wrong)
    {
        using MemoryStream stream = new();
        Assert.Throws<ArgumentException>(() => NMnistFile.Write(stream, [new(0, 0, 0, 0), wrong]));
        Assert.Equal(0, stream.Length);
    }

    [Fact]
    public void Csv_reads_what_it_wrote() =>
        Events.Sample(events =>
        {
            using StringWriter writer = new();
            EventCsv.Write(writer, events);
            Assert.Equal(events, EventCsv.Read(new StringReader(writer.ToString())));
        }, iter: 50);

    [Fact]
    public void Csv_takes_the_fields_in_any_order() =>
        Assert.Equal([new AddressEvent(1, 2, -3, 1)], EventCsv.Read(new StringReader("t,x,y,p\r\n-3,1,2,1\r\n")));

    [Theory]
    [InlineData("x,y,t\n1,2,3\n", "must name the fields x,y,t,p")]
    [InlineData("x,y,t,p\n1,2,3\n", "Line 2 has 3 fields")]
    [InlineData("x,y,t,p\n1,2,3,1\n1,b,3,1\n", "Line 3: 'b' is not a valid y")]
    [InlineData("x,y,t,p\n1,2,3,2\n", "Line 2: '2' is not a valid p")]
    [InlineData("x,y,t,p\n-1,2,3,1\n", "Line 2: '-1' is not a valid x")]
    public void Csv_names_the_line_that_it_cannot_read(string text, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => EventCsv.Read(new StringReader(text))).Message,
            StringComparison.Ordinal);
}
