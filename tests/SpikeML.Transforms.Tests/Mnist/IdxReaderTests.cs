namespace SpikeML.Tests.Mnist;

public class IdxReaderTests
{
    private const uint Images = IdxBytes.ImagesMagic;
    private const uint Labels = IdxBytes.LabelsMagic;

    public static TheoryData<string, byte[], string> WrongImages => new()
    {
        { "nothing", [], "empty" },
        { "one byte", [0], "magic number" },
        { "half a magic number", [0, 0], "magic number" },
        { "labels", IdxBytes.Labels(1, 2, 3), "0x00000801, an IDX label file: were images and labels swapped?" },
        { "little-endian", IdxBytes.File(0x03080000, [1, 1, 1], 7), "(magic number 0x00000803), found 0x03080000" },
        { "header cut", IdxBytes.File(Images, [1, 1]), "number of columns" },
        { "no image", IdxBytes.File(Images, [0, 28, 28]), "number of images of 1 or more, found 0" },
        { "no row", IdxBytes.File(Images, [1, 0, 28]), "number of rows of 1 or more, found 0" },
        { "no column", IdxBytes.File(Images, [1, 28, 0]), "number of columns of 1 or more, found 0" },
        { "truncated", IdxBytes.File(Images, [2, 2, 2], 1, 2, 3, 4, 5), "expected 8 bytes of data after the header, found 5" },
        { "trailing byte", IdxBytes.File(Images, [1, 1, 1], 7, 7), "expected 1 bytes of data after the header, found 2" },
        { "two gigabytes announced", IdxBytes.File(Images, [1, 46_000, 46_000], 7), "found 1: the file is truncated" },
        { "more than 64 bits", IdxBytes.File(Images, [uint.MaxValue, uint.MaxValue, uint.MaxValue], 7), "announces 792281624" },
    };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ReadImages_gives_every_pixel(bool gzip)
    {
        byte[] file = IdxBytes.Images(3, 4, 5);

        IdxImages images = IdxReader.ReadImages(new MemoryStream(gzip ? IdxBytes.Gzip(file) : file));

        Assert.Equal((3, 4, 5), (images.Count, images.Rows, images.Columns));
        byte[] pixels = [.. images[0], .. images[1], .. images[2]];
        Assert.Equal(IdxBytes.Pixels(60), pixels);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ReadImages_gives_every_pixel_when_there_are_megabytes(bool gzip)
    {
        byte[] file = IdxBytes.Images(5000, 28, 28);

        IdxImages images = IdxReader.ReadImages(new MemoryStream(gzip ? IdxBytes.Gzip(file) : file));

        Assert.Equal(file[^784..], images[4999].ToArray());
    }

    [Theory]
    [MemberData(nameof(WrongImages))]
    public void ReadImages_says_what_is_wrong(string what, byte[] file, string message)
    {
        var error = Assert.Throws<InvalidDataException>(() => IdxReader.ReadImages(new MemoryStream(file), what));

        Assert.StartsWith($"{what}: expected ", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains("Download the file anew", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(46_000u, "found 1: the file is truncated")]
    [InlineData(60_000u, "at most")]
    public void ReadImages_allocates_little_when_a_header_announces_gigabytes(uint side, string message)
    {
        byte[] file = IdxBytes.Gzip(IdxBytes.File(Images, [1, side, side], 7));
        long before = GC.GetAllocatedBytesForCurrentThread();

        var error = Assert.Throws<InvalidDataException>(() => IdxReader.ReadImages(new MemoryStream(file)));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    [Fact]
    public void ReadImages_refuses_bytes_after_the_end_of_compressed_images()
    {
        byte[] file = IdxBytes.Gzip(IdxBytes.File(Images, [1, 1, 1], 7, 7));
        var error = Assert.Throws<InvalidDataException>(() => IdxReader.ReadImages(new MemoryStream(file)));
        Assert.Contains("bytes follow its end", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(30)]
    [InlineData(200)]
    public void ReadImages_refuses_gzip_that_is_cut(int length)
    {
        byte[] file = IdxBytes.Gzip(IdxBytes.Images(1, 28, 28))[..length];
        var error = Assert.Throws<InvalidDataException>(() => IdxReader.ReadImages(new MemoryStream(file), "x.gz"));
        Assert.StartsWith("x.gz: expected", error.Message, StringComparison.Ordinal);
        Assert.Contains("truncated", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadImages_refuses_gzip_that_is_damaged()
    {
        byte[] file = IdxBytes.Gzip(IdxBytes.Images(1, 28, 28));
        file[^6] ^= 1; // in the checksum, so that only the whole of the data can tell

        var error = Assert.Throws<InvalidDataException>(() => IdxReader.ReadImages(new MemoryStream(file), "x.gz"));
        Assert.Contains("damaged", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadImages_refuses_a_stream_that_cannot_seek()
    {
        using var stream = new System.IO.Compression.DeflateStream(Stream.Null, System.IO.Compression.CompressionMode.Decompress);
        Assert.Throws<ArgumentException>("stream", () => IdxReader.ReadImages(stream));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void ReadImages_gives_no_image_outside_the_file(int outside)
    {
        IdxImages images = IdxReader.ReadImages(new MemoryStream(IdxBytes.Images(2, 1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>("index", () => images[outside].Length);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ReadLabels_gives_every_label(bool gzip)
    {
        byte[] file = IdxBytes.Labels(0, 9, 5);
        Assert.Equal([0, 9, 5], IdxReader.ReadLabels(new MemoryStream(gzip ? IdxBytes.Gzip(file) : file)));
    }

    [Fact]
    public void ReadLabels_refuses_a_label_above_9()
    {
        var file = new MemoryStream(IdxBytes.Labels(0, 9, 10));
        var error = Assert.Throws<InvalidDataException>(() => IdxReader.ReadLabels(file, "y"));
        Assert.StartsWith("y: expected labels from 0 to 9, found 10 at index 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadLabels_refuses_images()
    {
        var error = Assert.Throws<InvalidDataException>(() => IdxReader.ReadLabels(new MemoryStream(IdxBytes.Images(1, 1, 1))));
        Assert.Contains("an IDX image file: were images and labels swapped?", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(2u)]
    [InlineData(uint.MaxValue)]
    public void ReadLabels_refuses_a_count_that_is_not_that_of_the_bytes(uint count) =>
        Assert.Throws<InvalidDataException>(() => IdxReader.ReadLabels(new MemoryStream(IdxBytes.File(Labels, [count], 7))));
}
