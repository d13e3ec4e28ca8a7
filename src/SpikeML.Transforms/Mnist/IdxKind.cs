namespace SpikeML;

/// <summary>Identifies a file by its first four bytes.</summary>
internal static class IdxKind
{
    public const uint Images = 0x00000803;
    public const uint Labels = 0x00000801;

    private const string Conversion = "Only unsigned bytes can be read, images in three dimensions and labels in one: "
        + "convert the array and write it again, for example with NumPy's reshape and astype('uint8')";

    /// <summary>A description of an unexpected file, with advice.</summary>
    public static string Describe(uint magic) => magic switch
    {
        Images => "an IDX image file. Were images and labels swapped?",
        Labels => "an IDX label file. Were images and labels swapped?",
        _ when IdxElements(magic) is string elements => $"an IDX file of {elements} in {Dimensions((byte)magic)}. {Conversion}.",
        _ when OtherFile(magic) is string other => other,
        _ => "which is not the start of an IDX file. Check that it is the right file.",
    };

    private static string? IdxElements(uint magic) => (magic >> 8, (byte)magic) switch
    {
        (_, 0) => null,
        (0x08, _) => "unsigned bytes",
        (0x09, _) => "signed bytes",
        (0x0B, _) => "16-bit integers",
        (0x0C, _) => "32-bit integers",
        (0x0D, _) => "single-precision numbers",
        (0x0E, _) => "double-precision numbers",
        _ => null,
    };

    private static string Dimensions(int count) => count switch
    {
        1 => "one dimension",
        2 => "two dimensions",
        3 => "three dimensions",
        4 => "four dimensions",
        _ => $"{count} dimensions",
    };

    private static string? OtherFile(uint magic) => magic switch
    {
        0x504B0304 => "a zip archive. Unpack it first.",
        0x934E554D => "a NumPy array. Read it with NpyFile.",
        0x89504E47 => "a PNG image. Load images with LoadImages of Microsoft.ML.ImageAnalytics.",
        0x3C21444F or 0x3C21646F or 0x3C68746D or 0x3C48544D =>
            "a web page, which a server sent instead of the file. Download it again from another address.",
        _ => null,
    };
}
