namespace SpikeML.Tests.Mnist;

public class IdxReaderTests
{
    private const uint Images = IdxBytes.ImagesMagic;
    private const uint Labels = IdxBytes.LabelsMagic;

    public static TheoryData<string, byte[], string> DamagedImages => new()
    {
        { "nothing", [], "empty" },
        { "one byte", [0], "magic number" },
        { "half a magic number", [0, 0], "magic number" },
        { "header cut", IdxBytes.File(Images, [1, 1]), "number of columns" },
        { "truncated", IdxBytes.File(Images, [2, 2, 2], 1, 2, 3, 4, 5), "expected 8 bytes of data after the header, found 5" },
        { "trailing byte", IdxBytes.File(Images, [1, 1, 1], 7, 7), "expected 1 byte of data after the header, found 2" },
        { "two gigabytes announced", IdxBytes.File(Images, [1, 46_000, 46_000], 7), "found 1: the file is truncated" },
    };

    public static TheoryData<string, byte[], string> OtherFiles => new()
    {
        { "labels", IdxBytes.Labels(1, 2, 3), "0x00000801, an IDX label file. Were images and labels swapped?" },
        { "floats", IdxBytes.File(0xD03, [1, 1, 1], 0, 0, 0, 0), "IDX file of single-precision numbers in three "
            + "dimensions. Only" },
        { "four dimensions", IdxBytes.File(0x804, [1, 1, 1, 3], 1, 2, 3), "IDX file of unsigned bytes in four dimensions. Only" },
        { "doubles", IdxBytes.File(0xE02, [1, 1], new byte[8]), "IDX file of double-precision numbers in two dimensions. Only" },
        { "five dimensions", IdxBytes.File(0x905, [1, 1, 1, 1, 1], 7), "IDX file of signed bytes in 5 dimensions. Only" },
        {
            "little-endian", IdxBytes.File(0x03080000, [1, 1, 1], 7),
            "(magic number 0x00000803), found 0x03080000, which is not the start"
        },
        { "no dimension", IdxBytes.File(0x800, [], 7), "found 0x00000800, which is not the start of an IDX file" },
        { "zip", [0x50, 0x4B, 3, 4, 0, 0], "a zip archive. Unpack it first." },
        { "NumPy", [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59], "a NumPy array. Read it with NpyFile." },
        { "web page", "<!DOCTYPE html>"u8.ToArray(), "a web page" },
        { "no image", IdxBytes.File(Images, [0, 28, 28]), "number of images of 1 or more, found 0" },
        { "no row", IdxBytes.File(Images, [1, 0, 28]), "number of rows of 1 or more, found 0" },
        { "no column", IdxBytes.File(Images, [1, 28, 0]), "number of columns of 1 or more, found 0" },
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
    [MemberData(nameof(DamagedImages))]
    public void ReadImages_says_to_download_the_file_again_when_it_is_damaged(string what, byte[] file, string message)
    {
        var error = Assert.Throws<InvalidDataException>(() => IdxReader.ReadImages(new MemoryStream(file), what));

        Assert.StartsWith($"{what}: expected ", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains("Download the file again", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(OtherFiles))]
    public void ReadImages_names_the_file_for_what_it_is_when_it_is_sound(string what, byte[] file, string message)
    {
        var error = Assert.Throws<InvalidDataException>(() => IdxReader.ReadImages(new MemoryStream(file), what));

        Assert.StartsWith($"{what}: expected ", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Download the file", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0xC01u, "an IDX file of 32-bit integers in one dimension. Only")]
    [InlineData(0xC02u, "an IDX file of 32-bit integers in two dimensions. Only")]
    [InlineData(0xB01u, "an IDX file of 16-bit integers in one dimension. Only")]
    public void ReadLabels_names_the_file_for_what_it_is_when_its_labels_are_not_bytes(uint magic, string message)
    {
        byte[] file = IdxBytes.File(magic, [1, 1], new byte[8]);
        var error = Assert.Throws<InvalidDataException>(() => IdxReader.ReadLabels(new MemoryStream(file), "y"));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Download", error.Message, StringComparison.Ordinal);
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
        Assert.Contains("bytes follow the data", error.Message, StringComparison.Ordinal);
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
        Assert.Contains("EmnistSet.ByClass", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadLabels_refuses_images()
    {
        var error = Assert.Throws<InvalidDataException>(() => IdxReader.ReadLabels(new MemoryStream(IdxBytes.Images(1, 1, 1))));
        Assert.Contains("an IDX image file. Were images and labels swapped?", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(2u)]
    [InlineData(uint.MaxValue)]
    public void ReadLabels_refuses_a_count_that_is_not_that_of_the_bytes(uint count) =>
        Assert.Throws<InvalidDataException>(() => IdxReader.ReadLabels(new MemoryStream(IdxBytes.File(Labels, [count], 7))));
}
