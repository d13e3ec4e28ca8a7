namespace SpikeML;

/// <summary>Reads the IDX format of MNIST: a magic number, big-endian sizes, then bytes.</summary>
/// <remarks>
/// Gzip files are recognized by their first bytes, 1F 8B, whatever their names. Memory is only allocated for bytes that are
/// actually in the file, whatever its header says. The format is described at http://yann.lecun.com/exdb/mnist/.
/// </remarks>
public static class IdxReader
{
    private const byte MaxLabel = 9;

    /// <summary>Reads an image file: unsigned bytes in three dimensions (images, rows, columns).</summary>
    /// <param name="stream">A seekable stream positioned at the start of the file. It stays open.</param>
    /// <param name="name">The name of the file in error messages.</param>
    /// <exception cref="InvalidDataException">
    /// The content is not an IDX image file or has no images, or its length does not match its header.
    /// </exception>
    public static IdxImages ReadImages(Stream stream, string name = "images")
    {
        IdxContent content = IdxContent.Open(stream, name);
        content.ExpectMagic(IdxKind.Images, "image");
        uint count = content.ReadSize("number of images");
        uint rows = content.ReadSize("number of rows");
        uint columns = content.ReadSize("number of columns");
        byte[] pixels = content.ReadRest([count, rows, columns]);
        return new IdxImages(pixels, (int)count, (int)rows, (int)columns);
    }

    /// <summary>Reads a label file: unsigned bytes in one dimension, each from 0 to 9.</summary>
    /// <param name="stream">A seekable stream positioned at the start of the file. It stays open.</param>
    /// <param name="name">The name of the file in error messages.</param>
    /// <exception cref="InvalidDataException">
    /// The content is not an IDX label file, has no labels or a label above 9, or its length does not match its header.
    /// </exception>
    public static byte[] ReadLabels(Stream stream, string name = "labels") => ReadLabels(stream, name, 0, MaxLabel,
        "Only sets of ten classes can be read; for EMNIST, name the set: LoadMnist(..., EmnistSet.ByClass).");

    /// <summary>Reads the labels of an EMNIST set as classes from 0.</summary>
    internal static byte[] ReadLabels(Stream stream, string name, EmnistClasses classes)
    {
        byte[] labels = ReadLabels(stream, name, classes.FirstLabel, (byte)classes.LastLabel,
            $"Check that the file belongs to the EMNIST set '{classes.FileName}'.");
        foreach (ref byte label in labels.AsSpan())
            label -= classes.FirstLabel;
        return labels;
    }

    private static byte[] ReadLabels(Stream stream, string name, byte first, byte last, string remedy)
    {
        IdxContent content = IdxContent.Open(stream, name);
        content.ExpectMagic(IdxKind.Labels, "label");
        byte[] labels = content.ReadRest([content.ReadSize("number of labels")]);
        int wrong = labels.AsSpan().IndexOfAnyExceptInRange(first, last);
        return wrong < 0 ? labels : throw content.Unexpected(
            $"expected labels from {first} to {last}, found {labels[wrong]} at index {wrong}. {remedy}");
    }
}
