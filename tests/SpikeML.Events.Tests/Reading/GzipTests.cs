using System.IO.Compression;
using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tests;
using SpikeML.Tests.Mnist;
using static SpikeML.Events.Tests.Recordings;

namespace SpikeML.Events.Tests.Reading;

public class GzipTests
{
    private static readonly AddressEvent[] Events =
        [.. Enumerable.Range(0, 5000).Select(i => new AddressEvent(i % 34, i % 29, 10 * i, i % 2))];

    public static TheoryData<EventFormat> Formats => [EventFormat.NMnist, EventFormat.Dat, EventFormat.Npy, EventFormat.Text];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Read_gives_the_events_of_a_compressed_recording(EventFormat format)
    {
        using EventReader reader = EventReader.Open(new MemoryStream(IdxBytes.Gzip(Written(Events, format))));
        Assert.Equal(format, reader.Format);
        Assert.Equal(Events, reader.Read());
        Assert.Equal(Events, Read(IdxBytes.Gzip(Written(Events, format)), new() { Format = format }));
    }

    [Fact]
    public void Read_gives_the_events_of_raw_words_from_a_stream_that_cannot_seek()
    {
        byte[] words = Evt2("% evt 2.0\n", 8u << 28 | 3, 1u << 28 | 5 << 22 | 7 << 11 | 9);
        using GZipStream stream = new(new MemoryStream(IdxBytes.Gzip(IdxBytes.Gzip(words))), CompressionMode.Decompress);
        using EventReader reader = EventReader.Open(stream);
        Assert.Equal([new AddressEvent(7, 9, 3 << 6 | 5, 1)], reader.Read());
    }

    [Fact]
    public void Read_goes_on_where_files_were_joined() => Assert.Equal(
        [new AddressEvent(1, 2, 3, 1), new(2, 3, 4, 0)],
        Read([.. IdxBytes.Gzip("x,y,t,p\n1,2,3,1\n"u8.ToArray()), .. IdxBytes.Gzip("2,3,4,0\n"u8.ToArray())]));

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_file_that_is_cut_gives_the_events_before_the_cut_and_an_error(EventFormat format)
    {
        byte[] content = IdxBytes.Gzip(Written(Events, format));
        using EventReader reader = EventReader.Open(new MemoryStream(content[..(content.Length * 3 / 4)]));
        List<AddressEvent> read = [];
        string message = Assert.Throws<FormatException>(() =>
        {
            foreach (AddressEvent own in reader.Read())
                read.Add(own);
        }).Message;
        Assert.Contains(format == EventFormat.Npy ? "is damaged or cut off: it ends before the last of its values"
            : "is compressed with gzip, and damaged or cut off: only its first", message, StringComparison.Ordinal);
        Assert.InRange(read.Count, 1000, Events.Length - 1);
        Assert.Equal(Events[..read.Count], read);
    }

    /// <summary>Also where the cut is between two events, which the framework's stream does not notice.</summary>
    [Fact]
    public void A_file_that_is_cut_at_any_byte_is_an_error()
    {
        byte[] content = IdxBytes.Gzip(Written(Events, EventFormat.Dat)[..^(8 * 4980)]);
        for (int length = 4; length < content.Length; length++)
            Assert.Throws<FormatException>(() => Read(content[..length]));
        Assert.Equal(20, Read(content).Length);
    }

    [Fact]
    public void A_wrong_sum_and_bytes_behind_the_end_are_errors()
    {
        byte[] content = IdxBytes.Gzip(Written(Events, EventFormat.Dat)), longer = [.. content, 1, 2, 3];
        content[^8] ^= 1;
        foreach (byte[] damaged in new[] { content, longer })
            Assert.Contains("is compressed with gzip, and damaged", Refusal(damaged), StringComparison.Ordinal);
    }

    /// <summary>Extra fields, a name, a comment and a checksum of the header; a member without content.</summary>
    [Fact]
    public void Headers_with_all_fields_are_skipped()
    {
        byte[] member = IdxBytes.Gzip("x,y,t,p\n1,2,3,1\n"u8.ToArray()), empty = [.. member[..10], 3, 0, .. new byte[8]];
        byte[] header = [.. member[..3], 2 | 4 | 8 | 16, .. member[4..10], 3, 0, 7, 8, 9, .. "a.csv"u8, 0, .. "why"u8, 0, 1, 2];
        Assert.Equal([new AddressEvent(1, 2, 3, 1)], Read([.. empty, .. header, .. member[10..], .. empty]));
        for (int length = 4; length < header.Length; length++)
            Assert.Throws<FormatException>(() => Read(header[..length]));
    }

    [Theory]
    [InlineData(EventFormat.Npz)]
    [InlineData(EventFormat.Hdf5)]
    public void A_format_that_is_not_read_from_start_to_end_is_refused(EventFormat format)
    {
        byte[] content = format == EventFormat.Npz ? [.. "PK\u0003\u0004"u8, .. new byte[100]]
            : File.ReadAllBytes(Fixture("dsec.h5"));
        Assert.Contains("decompress it first", Refusal(IdxBytes.Gzip(content)), StringComparison.Ordinal);
    }

    [Fact]
    public void LoadEvents_takes_compressed_and_other_files_together()
    {
        using TemporaryFolder folder = new();
        folder.Write("1.csv.gz", IdxBytes.Gzip("x,y,t,p\n1,2,3,1\n"u8.ToArray()));
        folder.Write("2.csv", "x,y,t,p\n4,5,6,0\n"u8.ToArray());
        IDataView rows = new MLContext(seed: 0).Data.LoadEvents(folder.Path);
        Assert.Equal([[1, 2, 3, 1], [4, 5, 6, 0]],
            rows.GetColumn<VBuffer<long>>("Events").Select(row => row.DenseValues().ToArray()));
    }
}
