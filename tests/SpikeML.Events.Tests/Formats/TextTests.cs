using System.Text;
using static SpikeML.Events.Tests.Recordings;

namespace SpikeML.Events.Tests.Formats;

public class TextTests
{
    private static readonly AddressEvent[] Two = [new(3, 5, 1_000_250, 1), new(7, 2, 1_000_300, 0)];

    public static TheoryData<string, string> Known => new()
    {
        { "x,y,t,p\n3,5,1000250,1\n7,2,1000300,0\n", "times in microseconds, by integer times" },
        { "timestamp;y;x;polarity\r\n1.00025;5;3;1\r\n1.0003;2;7;-1\r\n", "times in seconds, by their fractions" },
        { "1.000250 3 5 1\n1.000300 7 2 0\n", "columns t x y p by their values" },
        { "1000250\t3\t5\t1\n\n1000300\t7\t2\t0", "columns t x y p by their values" },
        { "3 5 1000250 True\n7 2 1000300 False\n", "columns x y t p by their values" },
        { "%geometry:640,480\n%date:2020\n3,5,1,1000250\n7,2,0,1000300\n", "columns x y p t by convention" },
        { "# a; comment\n3,5,1000250,1\n7,2,1000300,0\n", "columns x y t p by their values" },
        { "# a comment\n# x y p t\n3 5 1 1000250\n7 2 0 1000300\n", "fields x, y, p, t" },
        { "t;x;y;p\r\n1,00025;3;5;1\r\n1,0003;7;2;0\r\n", "fields t, x, y, p; times in seconds" },
        { "\"t\",\"x\",\"y\",\"p\"\n\"1000250\",3,\"5\",1\n1000300,7,2,0\n", "fields t, x, y, p" },
        { "id,t,x,y,p,note\na-1,1000250,3,5,1,hello\na-2,1000300,7,2,0,-\n", "fields id, t, x, y, p, note" },
        { "640 480\n1.000250 3 5 1\n1.000300 7 2 0\n", "columns t x y p" },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void Read_finds_columns_and_unit_when_names_or_values_tell(string text, string details)
    {
        using EventReader reader = EventReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(Two, reader.Read());
        Assert.Equal(EventFormat.Text, reader.Format);
        Assert.Contains(details, reader.Details, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%geometry:640,480\n3,5,1,1000250\n")]
    [InlineData("640 480\n1.5 3 5 1\n")]
    public void Open_gives_the_size_that_a_header_has(string text)
    {
        using EventReader reader = EventReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        Assert.Equal((640, 480), (reader.Width, reader.Height));
    }

    [Theory]
    [InlineData(null, "x,y,t,p\n3,5,1000250,1\n7,2,1000300,0\n")]
    [InlineData(EventFormat.Text, "x,y,t,p\n3,5,1000250,1\n7,2,1000300,0\n")]
    [InlineData(EventFormat.Text, "3,5,1000250,1\n7,2,1000300,0\n")]
    public void Read_skips_a_byte_order_mark(EventFormat? format, string text) =>
        Assert.Equal(Two, Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)], new() { Format = format }));

    [Fact]
    public void Read_keeps_microseconds_when_times_count_from_1970() => Assert.Equal([1_605_507_430_438_339],
        Read(Encoding.UTF8.GetBytes("t x y p\n1605507430.438339 1 1 1\n")).Select(own => own.Timestamp));

    [Theory]
    [InlineData(EventTimeUnit.Nanoseconds, 1)]
    [InlineData(EventTimeUnit.Microseconds, 1234)]
    [InlineData(EventTimeUnit.Milliseconds, 1_234_000)]
    [InlineData(EventTimeUnit.Seconds, 1_234_000_000)]
    public void Read_takes_the_unit_that_it_is_given(EventTimeUnit unit, long time) => Assert.Equal([time],
        Read("t,x,y,p\n1234,1,1,1\n"u8.ToArray(), new() { TimeUnit = unit }).Select(own => own.Timestamp));

    [Fact]
    public void Read_takes_the_columns_that_it_is_given() =>
        Assert.Equal([new AddressEvent(1, 0, 3, 1)], Read("0 1 1 3\n"u8.ToArray(), new() { Columns = "y x p t" }));

    public static TheoryData<string, string> Wrong => new()
    {
        { "x,y,t\n1,2,3\n", "no fields x, y, t and p of events; it has 'x', 'y', 't'" },
        { "1 2 3 4 5\n", "set EventReaderOptions.Columns" },
        { "10 20 30 40\n", "leave open which are x, y, t and p" },
        { "x,y,t,p\n1,2,3,1\n1,2,3\n", "in line 3 '1,2,3', which has 3 numbers" },
        { "x,y,t,p\n1,2,3,1\n1,2,three,1\n", "in line 3 'three', which is not a number" },
        { "x,y,t,p\n1,2,3,1\n-1,2,3,1\n", "in event 1 x = -1, which is not a pixel" },
        { "x,y,t,p\n1,2,3,1\n1,1073741824,3,1\n", "in event 1 y = 1073741824, which is not a pixel" },
        { "x,y,t,p\n1,2,3,2\n", "the polarity 2, which is not 0 or 1" },
        { "x,y,t,p\n1,2,3,nan\n", "not finite" },
        { "t,x,y,p\n1,2,3,ON\n", "in line 2 'ON', which is not a number" },
        { ",,,\n,,,\n", "in line 1 ',,,', which has no numbers" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Read_says_what_is_wrong_and_where(string text, string expected) =>
        Assert.Contains(expected, Refusal(Encoding.UTF8.GetBytes(text)), StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(5000)]
    public void Read_gives_the_events_before_a_line_that_is_wrong(int before)
    {
        string text = "t,x,y,p\n" + string.Concat(Enumerable.Range(0, before).Select(i => $"{i},1,1,1\n")) + "oh\n";
        List<AddressEvent> read = [];
        Assert.Contains($"in line {before + 2} 'oh'", Assert.Throws<FormatException>(() =>
        {
            foreach (AddressEvent own in EventReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(text))).Read())
                read.Add(own);
        }).Message, StringComparison.Ordinal);
        Assert.Equal(before, read.Count);
    }

    [Fact]
    public void Read_refuses_a_fraction_where_it_assumed_microseconds()
    {
        string text = "t,x,y,p\n" + string.Concat(Enumerable.Range(0, 5000).Select(i => $"{i},1,1,1\n")) + "5000.5,1,1,1\n";
        Assert.Contains("in event 5000 the time 5000.5, where the times are in microseconds, by integer times: set "
            + "EventReaderOptions.TimeUnit", Refusal(Encoding.UTF8.GetBytes(text)), StringComparison.Ordinal);
    }
}
