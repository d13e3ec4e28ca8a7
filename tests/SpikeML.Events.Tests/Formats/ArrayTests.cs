using System.Globalization;
using System.IO.Compression;
using SpikeML.Tests.Files;
using static SpikeML.Events.Tests.Recordings;

namespace SpikeML.Events.Tests.Formats;

public class ArrayTests
{
    private static readonly AddressEvent[] Two = [new(3, 5, 1_000_250, 1), new(7, 2, 1_000_300, 0)];

    [Theory]
    [InlineData("[('x', '<i2'), ('y', '<i2'), ('t', '<i8'), ('p', '|b1')]", "t")]
    [InlineData("[('timestamp', '<u4'), ('x', '>u2'), ('y', '<u4'), ('polarity', '|i1')]", "timestamp")]
    [InlineData("[('ts', '<f8'), ('x', '<f4'), ('y', '<f2'), ('on', '|u1')]", "ts")]
    public void Npy_reads_structured_events_of_any_types_in_any_order(string type, string time)
    {
        byte[] content = Structured(type, Two);
        using EventReader reader = EventReader.Open(new MemoryStream(content));
        Assert.Equal(Two, reader.Read());
        Assert.Equal(EventFormat.Npy, reader.Format);
        Assert.Contains(time, reader.Details, StringComparison.Ordinal);
    }

    [Fact]
    public void Npy_reads_four_columns()
    {
        using MemoryStream file = new();
        NpyFile.Write<double>(file, [3, 5, 1.00025, 1, 7, 2, 1.0003, -1], 2, 4);
        Assert.Equal(Two, Read(file.ToArray()));
    }

    [Fact]
    public void Npz_reads_an_array_for_each_field()
    {
        Assert.Equal(Two, Read(Archive([3, 7])));
        Assert.Contains("the fields of events have one value for each event", Refusal(Archive([3])), StringComparison.Ordinal);
    }

    [Fact]
    public void Npz_names_the_arrays_when_none_are_events()
    {
        using MemoryStream file = new();
        NpzFile.Write(file, [new("a", new NpyArray<float>([1], [1])), new("b", new NpyArray<float>([1], [1]))]);
        Assert.Contains("it has 'a', 'b'", Refusal(file.ToArray()), StringComparison.Ordinal);
        using MemoryStream empty = new();
        using (System.IO.Compression.ZipArchive zip = new(empty, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
            zip.CreateEntry("readme.txt");
        Assert.Contains("it has no arrays at all", Refusal(empty.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void Npy_says_which_arrays_are_events()
    {
        using MemoryStream file = new();
        NpyFile.Write<float>(file, [1, 2, 3], 3);
        Assert.Contains("dimensions [3]; events are a structured array", Refusal(file.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void Npy_refuses_fields_without_bytes()
    {
        byte[] content = StructuredArray.Header("[('x', '|S0'), ('y', '|S0'), ('t', '|S0'), ('p', '|S0')]", "(3,)");
        Assert.Contains("whose elements have no bytes", Refusal(content), StringComparison.Ordinal);
    }

    [Fact]
    public void Npy_that_is_cut_gives_the_events_before_the_cut()
    {
        byte[] content = Structured("[('x', '<i2'), ('y', '<i2'), ('t', '<i8'), ('p', '|b1')]", Two);
        Assert.Contains("cut off", Refusal(content[..^1]), StringComparison.Ordinal);
        using EventReader reader = EventReader.Open(new MemoryStream(content[..^1]));
        AddressEvent[] batch = new AddressEvent[100];
        Assert.Equal(1, reader.ReadInto(batch));
        Assert.Equal(Two[0], batch[0]);
    }

    [Fact]
    public void Hdf5_reads_each_recording_of_shd_with_its_label()
    {
        using EventReader reader = EventReader.Open(Fixture("shd.h5"), new() { Recording = 2 });
        // 0.1 and 0.2 in half precision.
        Assert.Equal([new(20, 0, 0, 1), new(21, 0, 99_976, 1), new(22, 0, 199_951, 1)], reader.Read());
        Assert.Equal((EventFormat.Hdf5, 3, 19L), (reader.Format, reader.RecordingCount, reader.Label));
        Assert.Throws<ArgumentOutOfRangeException>(() => EventReader.Open(Fixture("shd.h5"), new() { Recording = 3 }));
    }

    [Fact]
    public void Hdf5_reads_lists_of_integers_of_any_type()
    {
        // Times of int8, units of uint64.
        using EventReader reader = EventReader.Open(Fixture("lists.h5"));
        Assert.Equal([new(1, 0, -1_000_000, 1), new(2, 0, 0, 1), new(int.MaxValue, 0, 2_000_000, 1)], reader.Read());
        string message = Assert.Throws<FormatException>(() =>
            EventReader.Open(Fixture("lists.h5"), new() { Recording = 1 })).Message;
        Assert.Contains("the unit a number that is not finite or too large", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hdf5_reads_the_fields_of_dsec_and_adds_the_offset_of_times()
    {
        using EventReader reader = EventReader.Open(Fixture("dsec.h5"));
        AddressEvent[] events = [.. reader.Read()];
        Assert.Equal(Enumerable.Range(0, 3000)
            .Select(i => new AddressEvent(i % 640, i % 480, 51_648_472_440 + 7 * i, i % 2)), events);
    }

    [Fact]
    public void Formats_that_seek_begin_where_the_stream_is()
    {
        using MemoryStream archive = new();
        using (ZipArchive zip = new(archive, ZipArchiveMode.Create, leaveOpen: true))
        using (Stream entry = zip.CreateEntry("events.npy").Open())
            entry.Write(Structured("[('x', '<i2'), ('y', '<i2'), ('t', '<i8'), ('p', '|b1')]", Two));
        CheckAfterOtherBytes(archive.ToArray());
        CheckAfterOtherBytes(File.ReadAllBytes(Fixture("dsec.h5")));
    }

    private static void CheckAfterOtherBytes(byte[] content)
    {
        using MemoryStream stream = new([.. "before "u8, .. content]) { Position = 7 };
        using EventReader reader = EventReader.Open(stream);
        Assert.Equal(Read(content), reader.Read());
    }

    [Fact]
    public void Hdf5_names_a_filter_that_it_lacks()
    {
        string message = Assert.Throws<FormatException>(() => EventReader.Open(Fixture("lzf.h5")).Read().Count()).Message;
        Assert.Contains("is compressed with the filter lzf in 'events/", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hdf5_that_is_cut_is_an_error_that_names_the_file()
    {
        byte[] content = File.ReadAllBytes(Fixture("dsec.h5"));
        Assert.Contains("is an HDF5 file that is damaged or cut off", Refusal(content[..4000]), StringComparison.Ordinal);
    }

    private static byte[] Archive(int[] x)
    {
        using MemoryStream file = new();
        NpzFile.Write(file, [new("p", new NpyArray<bool>([true, false], [2])), new("x", new NpyArray<int>(x, [x.Length])),
            new("y", new NpyArray<ushort>([5, 2], [2])), new("t", new NpyArray<ulong>([1_000_250, 1_000_300], [2]))]);
        return file.ToArray();
    }

    private static byte[] Structured(string type, AddressEvent[] events)
    {
        (string Name, string Type)[] fields =
            [.. type.Split('(')[1..].Select(field => field.Split('\'')).Select(words => (words[1], words[3]))];
        using MemoryStream file = StructuredArray.Write(fields,
            [.. events.Select(own => fields.Select(field => Value(field.Name, field.Type, own)).ToArray())]);
        return file.ToArray();
    }

    private static string Value(string name, string type, AddressEvent own) => name switch
    {
        "x" => $"{own.X}",
        "y" => $"{own.Y}",
        "p" or "polarity" or "on" => $"{own.Polarity}",
        _ => type[1] == 'f' ? (own.Timestamp / 1e6).ToString(CultureInfo.InvariantCulture) : $"{own.Timestamp}",
    };
}
