using System.IO.Compression;

namespace SpikeML.Tests.Files;

/// <summary>The zip file around arrays: .NET's own reader is the judge.</summary>
public class NpzZipTests
{
    private static readonly Dictionary<string, NpyArray> Arrays = new()
    {
        ["several blocks"] = new NpyArray<float>([.. Enumerable.Range(0, 700_001).Select(i => i % 13f)], [700_001]),
        ["é"] = new NpyArray<int>([.. Enumerable.Range(0, 300_000).Select(i => i * 7)], [300, 1000]),
        ["empty"] = new NpyArray<double>([], [0]),
    };

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Write_makes_a_zip_file_whether_the_stream_can_seek_or_not(bool compress, bool canSeek)
    {
        using MemoryStream stream = canSeek ? new MemoryStream() : new OneWayStream();
        NpzFile.Write(stream, Arrays, compress);
        byte[] bytes = stream.ToArray();
        using ZipArchive zip = new(new MemoryStream(bytes));
        foreach ((string name, NpyArray array) in Arrays)
        {
            using MemoryStream expected = new(), content = new();
            NpyFile.Write(expected, array);
            ZipArchiveEntry entry = zip.GetEntry($"{name}.npy")!;
            using (Stream own = entry.Open())
                own.CopyTo(content);
            Assert.Equal(expected.ToArray(), content.ToArray());
            Assert.Equal(expected.Length, entry.Length);
            Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime);
            // Read takes the checksum that was written to be that of the content.
            Assert.Equal(array.Values, NpzFile.Read(new MemoryStream(bytes), name).Values);
        }
        Assert.Equal(3, zip.Entries.Count);
    }

    [Fact]
    public void Write_appends_to_what_the_stream_has()
    {
        using MemoryStream stream = new();
        stream.Write([1, 2, 3]);
        NpzFile.Write(stream, Arrays);
        Assert.Equal([1, 2, 3], stream.ToArray()[..3]);
        Assert.Equal(Arrays["é"].Values, NpzFile.Read(new MemoryStream(stream.ToArray()[3..]), "é").Values);
    }

    private sealed class OneWayStream : MemoryStream
    {
        public override bool CanSeek => false;

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }
    }
}
