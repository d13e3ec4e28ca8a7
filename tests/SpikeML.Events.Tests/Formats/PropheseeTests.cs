using static SpikeML.Events.Tests.Recordings;

namespace SpikeML.Events.Tests.Formats;

public class PropheseeTests
{
    private const string Evt2Header = "% evt 2.0\n", Evt3Header = "% evt 3.0\n";
    private const string Evt21Header = "% format EVT21;height=720;width=1280\n% end\n";
    private const string DatHeader = "% Data file containing CD events.\n% Version 2\n% Width 640\n% Height 480\n";

    [Fact]
    public void Evt2_reads_times_of_34_bits_and_skips_other_words()
    {
        byte[] content = Evt2(Evt2Header, Pixel2(1, 5, 1, 2), High2(3), Pixel2(1, 63, 2047, 2046), 0xA000_0000, 0xE123_4567,
            0xF000_0000, Pixel2(0, 1, 0, 0), High2(0xFFF_FFFF), Pixel2(0, 0, 7, 8), High2(0), Pixel2(1, 2, 7, 9));
        using EventReader reader = EventReader.Open(new MemoryStream(content));
        Assert.Equal([new(2047, 2046, 3 * 64 + 63, 1), new(0, 0, 3 * 64 + 1, 0), new(7, 8, 0xFFF_FFFFL * 64, 0),
            new(7, 9, (1L << 34) + 2, 1)], reader.Read());
        Assert.Equal((EventFormat.Evt2, 1, 4), (reader.Format, reader.UntimedCount, reader.EventCount));
        Assert.Equal((null, null), (reader.Width, reader.Height));
    }

    [Fact]
    public void Evt2_takes_a_small_step_back_of_the_upper_time_for_no_wrap() =>
        Assert.Equal([640, 576], Read(Evt2(Evt2Header, High2(10), Pixel2(0, 0, 1, 1), High2(9), Pixel2(0, 0, 1, 1)))
            .Select(own => own.Timestamp));

    [Fact]
    public void Evt3_reads_pixels_and_vectors()
    {
        byte[] content = Evt3(Evt3Header, 0x8002, 0x6010, 0x0005, 0x2000 | 0x800 | 9, 0x3000 | 0x800 | 100,
            0x4000 | 0b1000_0000_0001, 0x4000 | 0b10, 0x5000 | 0xF81, 0x3000 | 7, 0x5002, 0x7003, 0xA001, 0xE000, 0xF123);
        Assert.Equal([new(9, 5, 8208, 1), new(100, 5, 8208, 1), new(111, 5, 8208, 1), new(113, 5, 8208, 1), new(124, 5, 8208, 1),
            new(131, 5, 8208, 1), new(8, 5, 8208, 0)], Read(content));
    }

    [Fact]
    public void Evt3_wraps_the_upper_time_alone()
    {
        byte[] content = Evt3(Evt3Header, 0x8000 | 0xFFF, 0x6FF0, 0x2001, 0x6FE0, 0x2002, 0x8000, 0x6001, 0x2003);
        Assert.Equal([0xFFF_FF0, 0xFFF_FE0, (1L << 24) + 1], Read(content).Select(own => own.Timestamp));
    }

    [Fact]
    public void Evt3_steps_back_over_a_wrap_of_the_upper_time()
    {
        byte[] content = Evt3(Evt3Header, 0x8FFF, 0x2001, 0x8000, 0x2002, 0x8FFF, 0x2003, 0x8000, 0x2004, 0x8F01, 0x2005);
        Assert.Equal([0xFFF_000, 1L << 24, 0xFFF_000, 1L << 24, 0xF01_000], Read(content).Select(own => own.Timestamp));
    }

    [Fact]
    public void Evt3_keeps_the_row_and_counts_events_when_the_first_time_comes_late()
    {
        byte[] content = Evt3(Evt3Header, 0x0003, 0x2001, 0x3004, 0x4007, 0x6005, 0x8001, 0x2002, 0x5001);
        using EventReader reader = EventReader.Open(new MemoryStream(content));
        Assert.Equal([new(2, 3, 4101, 0), new(16, 3, 4101, 0)], reader.Read());
        Assert.Equal(4, reader.UntimedCount);
    }

    [Theory]
    [InlineData(Evt21Header)]
    [InlineData("% format EVT21;height=720;width=1280;endianness=little\n% end\n")]
    [InlineData("% evt 2.1\n% geometry 1280x720\n")]
    public void Evt21_reads_32_pixels_a_word(string header)
    {
        byte[] content = Evt21(header, (ulong)High2(2) << 32, (ulong)Pixel2(1, 3, 64, 9) << 32 | 0x8000_0001,
            0xE000_0000_0000_0000);
        using EventReader reader = EventReader.Open(new MemoryStream(content));
        Assert.Equal([new(64, 9, 131, 1), new(95, 9, 131, 1)], reader.Read());
        Assert.Equal((EventFormat.Evt21, 1280, 720), (reader.Format, reader.Width, reader.Height));
    }

    [Fact]
    public void Evt21_reads_the_other_order_of_halves_when_the_header_says_legacy() =>
        Assert.Equal([new(64, 9, 131, 0)], Read(Evt21("% evt 2.1\n% endianness legacy\n",
            High2(2), Pixel2(0, 3, 64, 9) | 1UL << 32)));

    [Fact]
    public void Dat_reads_14_bits_of_place_and_wraps_times()
    {
        byte[] content = Dat(DatHeader, 12, 8, 10, 639 | 479 << 14 | 1u << 28, 4, 0, uint.MaxValue, 1, 3, 2 | 1u << 28);
        using EventReader reader = EventReader.Open(new MemoryStream(content));
        Assert.Equal([new(639, 479, 10, 1), new(0, 0, 4, 0), new(1, 0, uint.MaxValue, 0), new(2, 0, (1L << 32) + 3, 1)],
            reader.Read());
        Assert.Equal((EventFormat.Dat, 640, 480), (reader.Format, reader.Width, reader.Height));
    }

    [Fact]
    public void Dat_steps_back_over_a_wrap()
    {
        uint[] times = [uint.MaxValue, 1, uint.MaxValue - 1, 2, 3, 4, 5, 6, uint.MaxValue, 7, 0xF0001000];
        byte[] content = Dat(DatHeader, 12, 8, [.. times.SelectMany(time => (uint[])[time, 1])]);
        Assert.Equal([-1, 1, -2, 2, 3, 4, 5, 6, -1, 7, 0xF0001000 - (1L << 32)],
            Read(content).Select(own => own.Timestamp - (1L << 32)));
    }

    [Fact]
    public void Evt2_begins_with_data_that_has_the_byte_of_a_percent_sign()
    {
        byte[] content = Evt2(Evt2Header, High2(0x2125), Pixel2(1, 0, 1, 2));
        Assert.Equal((byte)'%', content[Evt2Header.Length]);
        Assert.Equal([new AddressEvent(1, 2, 0x2125 << 6, 1)], Read(content));
    }

    [Fact]
    public void Dat_reads_the_places_of_version_1() => Assert.Equal([new(303, 239, 10, 1)],
        Read(Dat("% Version 1\n", 0, 8, 10, 303 | 239 << 9 | 1u << 17)));

    [Fact]
    public void Read_gives_the_whole_events_before_the_end_of_a_file_that_is_cut()
    {
        using EventReader reader = EventReader.Open(new MemoryStream([.. Dat(DatHeader, 12, 8, 10, 5), 1, 2, 3]));
        AddressEvent[] events = new AddressEvent[64];
        Assert.Equal(1, reader.ReadInto(events));
        string message = Assert.Throws<FormatException>(() => reader.ReadInto(events)).Message;
        Assert.Contains("cut off: after byte 81 there are 3 of the 8 bytes", message, StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[]> Wrong => new()
    {
        { "in the encoding 'HISTO3D'", Evt2("% format HISTO3D;height=1;width=1\n% end\n") },
        { "the width 'wide'", Evt2("% evt 2.0\n% geometry widex480\n") },
        { "does not end", [.. "% evt 2.0"u8] },
        { "type 14 with 8 bytes", Dat(DatHeader, 14, 8) },
        { "version '3'", Dat("% Version 3\n", 0, 8) },
        { "before the type and size", [.. "% Version 2\n"u8, 0] },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Open_says_what_is_wrong_with_a_header(string expected, byte[] content) =>
        Assert.Contains(expected, Refusal(content), StringComparison.Ordinal);

    public static TheoryData<EventFormat, EventFormat, byte[]> Contradictions => new()
    {
        { EventFormat.NMnist, EventFormat.Npy, Written([new(1, 2, 3, 1)], EventFormat.Npy) },
        { EventFormat.Dat, EventFormat.Npy, Written([new(1, 2, 3, 1)], EventFormat.Npy) },
        { EventFormat.Evt3, EventFormat.Aedat2, [.. "#!AER-DAT2.0\r\n"u8] },
        { EventFormat.NMnist, EventFormat.Hdf5, [0x89, .. "HDF\r\n\u001A\n"u8] },
    };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void Open_refuses_a_format_that_the_file_contradicts(EventFormat given, EventFormat marked, byte[] content) =>
        Assert.Contains($"begins as a file of the format {marked}, and Format is {given}",
            Refusal(content, new() { Format = given }), StringComparison.Ordinal);

    [Fact]
    public void Open_refuses_Dat_for_a_RAW_file() => Assert.Contains("in the encoding 'EVT2', and Format is Dat",
        Refusal(Evt2(Evt2Header, High2(1)), new() { Format = EventFormat.Dat }), StringComparison.Ordinal);

    private static uint High2(uint time) => 8u << 28 | time;

    private static uint Pixel2(uint polarity, uint low, uint x, uint y) => polarity << 28 | low << 22 | x << 11 | y;
}
