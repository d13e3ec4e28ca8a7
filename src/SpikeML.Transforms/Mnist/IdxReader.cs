namespace SpikeML;

/// <summary>Reads the IDX format of MNIST: a magic number, big-endian sizes, then bytes.</summary>
/// <remarks>
/// Files that gzip compressed are known by their first bytes, 1F 8B, whatever their names. No size is believed before as many
/// bytes have been seen. The format is described at http://yann.lecun.com/exdb/mnist/.
/// </remarks>
public static class IdxReader
{
    private const uint ImagesMagic = 0x00000803;
    private const uint LabelsMagic = 0x00000801;
    private const byte MaxLabel = 9;

    /// <summary>Reads an image file: unsigned bytes in three dimensions (images, rows, columns).</summary>
    /// <param name="stream">A stream that can seek, at the file's beginning. It stays open.</param>
    /// <param name="name">What errors call the file.</param>
    /// <exception cref="InvalidDataException">
    /// The stream holds something else, no image, fewer bytes than its header says, or more.
    /// </exception>
    public static IdxImages ReadImages(Stream stream, string name = "images")
    {
        IdxContent content = IdxContent.Open(stream, name);
        content.ExpectMagic(ImagesMagic, "image");
        uint count = content.ReadSize("number of images");
        uint rows = content.ReadSize("number of rows");
        uint columns = content.ReadSize("number of columns");
        byte[] pixels = content.ReadRest([count, rows, columns]);
        return new IdxImages(pixels, (int)count, (int)rows, (int)columns);
    }

    /// <summary>Reads a label file: unsigned bytes in one dimension, each from 0 to 9.</summary>
    /// <param name="stream">A stream that can seek, at the file's beginning. It stays open.</param>
    /// <param name="name">What errors call the file.</param>
    /// <exception cref="InvalidDataException">
    /// The stream holds something else, no label, a label above 9, fewer bytes than its header says, or more.
    /// </exception>
    public static byte[] ReadLabels(Stream stream, string name = "labels")
    {
        IdxContent content = IdxContent.Open(stream, name);
        content.ExpectMagic(LabelsMagic, "label");
        byte[] labels = content.ReadRest([content.ReadSize("number of labels")]);
        int wrong = labels.AsSpan().IndexOfAnyExceptInRange((byte)0, MaxLabel);
        if (wrong >= 0)
            throw content.Invalid(
                $"expected labels from 0 to {MaxLabel}, found {labels[wrong]} at index {wrong}. "
                + "Only sets of ten classes can be read");
        return labels;
    }

    internal static string Hex(uint magic) => $"0x{magic:X8}";

    internal static string? KindOf(uint magic) => magic switch
    {
        ImagesMagic => "an IDX image file: were images and labels swapped?",
        LabelsMagic => "an IDX label file: were images and labels swapped?",
        _ => null,
    };
}
