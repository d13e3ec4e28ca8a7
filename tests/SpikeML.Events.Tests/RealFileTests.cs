namespace SpikeML.Events.Tests;

/// <summary>Real recordings, against the counts and sums that the formats' definitions give.</summary>
public class RealFileTests
{
    [Theory]
    [InlineData("evt2_sample.raw", EventFormat.Evt2, 539_481, 724_340_275_912, 171_811_022, 110_162_026, 367_855)]
    [InlineData("evt3_sample.raw", EventFormat.Evt3, 219_596, 2_574_324_900_467, 159_113_225, 85_638_051, 115_532)]
    public void Read_gives_every_event_when_the_recording_is_real(
        string name, EventFormat format, int count, long times, long columns, long rows, long polarities)
    {
        using EventReader reader = EventReader.Open(RealFile.Path(name));
        AddressEvent[] events = [.. reader.Read()];
        Assert.Equal(format, reader.Format);
        Assert.Equal((count, times, columns, rows, polarities), (events.Length, events.Sum(own => own.Timestamp),
            events.Sum(own => (long)own.X), events.Sum(own => (long)own.Y), events.Sum(own => (long)own.Polarity)));
    }

    [Fact]
    public void Read_gives_the_first_and_the_last_event_of_evt2() => CheckEnds("evt2_sample.raw",
        new(237, 121, 1_317_888, 1), new(210, 142, 1_367_888, 1));

    [Fact]
    public void Read_gives_the_first_and_the_last_event_of_evt3() => CheckEnds("evt3_sample.raw",
        new(874, 200, 11_718_656, 0), new(1218, 572, 11_727_457, 1));

    [Fact]
    public void Read_gives_every_event_of_dat()
    {
        using EventReader reader = EventReader.Open(RealFile.Path("sample_ncars.dat"));
        AddressEvent[] events = [.. reader.Read()];
        Assert.Equal(EventFormat.Dat, reader.Format);
        Assert.Equal((2009, 1350, 77, 41), (events.Length, events.Sum(own => own.Polarity), events.Max(own => own.X),
            events.Max(own => own.Y)));
        Assert.Equal(new AddressEvent(25, 8, 0, 0), events[0]);
        Assert.Equal(99_952, events[^1].Timestamp);
    }

    [Fact]
    public void Read_gives_every_event_of_n_mnist()
    {
        string path = RealFile.Path("sample_nmnist.bin");
        using EventReader reader = EventReader.Open(path);
        AddressEvent[] events = [.. reader.Read()];
        Assert.Equal((EventFormat.NMnist, 4325), (reader.Format, events.Length));
        using FileStream file = File.OpenRead(path);
        Assert.Equal(NMnistFile.Read(file), events);
    }

    /// <summary>The numbers are those of the file's own table of packets, and of a decoder that was written for this.</summary>
    [Fact]
    public void Read_gives_every_event_of_aedat4()
    {
        using EventReader reader = EventReader.Open(RealFile.Path("sample.aedat4"));
        AddressEvent[] events = [.. reader.Read()];
        Assert.Equal((EventFormat.Aedat4, 320, 240, 111_954), (reader.Format, reader.Width, reader.Height, events.Length));
        Assert.Equal((new AddressEvent(154, 204, 1_605_537_493_718_345, 0), new(88, 237, 1_605_537_494_308_262, 1)),
            (events[0], events[^1]));
        Assert.Equal((18_342_405, 15_105_898, 55_023),
            (events.Sum(own => own.X), events.Sum(own => own.Y), events.Sum(own => own.Polarity)));
    }

    [Fact]
    public void Open_reads_the_header_of_aedat2_without_events()
    {
        using EventReader reader = EventReader.Open(RealFile.Path("sample_aedat_header.aedat"));
        Assert.Equal((EventFormat.Aedat2, 346, 260), (reader.Format, reader.Width, reader.Height));
        Assert.Empty(reader.Read());
    }

    private static void CheckEnds(string name, AddressEvent first, AddressEvent last)
    {
        using EventReader reader = EventReader.Open(RealFile.Path(name));
        AddressEvent[] events = [.. reader.Read()];
        Assert.Equal((first, last), (events[0], events[^1]));
    }
}
