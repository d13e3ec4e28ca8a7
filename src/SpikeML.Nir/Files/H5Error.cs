using System.Text.RegularExpressions;

namespace SpikeML.Nir;

/// <summary>Errors of the HDF5 library, in words that say what to do.</summary>
internal static partial class H5Error
{
    /// <summary>
    /// Whether an error comes from the content of a file: the library throws exceptions of any kind where bytes are damaged.
    /// Errors of the disk, and our own, are passed on.
    /// </summary>
    public static bool IsOfContent(Exception error) =>
        error is not (FormatException or UnauthorizedAccessException or IOException) or EndOfStreamException;

    /// <summary>What is wrong, as the end of a sentence that names the dataset or the file.</summary>
    public static string Explain(Exception error)
    {
        string message = error.Message;
        if (Filter().Match(message) is { Success: true } filter)
        {
            return $"is compressed with {filter.Groups[1]}, which SpikeML cannot read. Write the file with gzip, the default of "
                + "nir.write, or without compression";
        }
        return message.Contains("Byte order", StringComparison.OrdinalIgnoreCase)
            ? "has big-endian numbers, which SpikeML cannot read. Write it with little-endian numbers, as NumPy does by default"
            : "is damaged or cut off. Copy or export the file again";
    }

    [GeneratedRegex("filter '([^']+)'")]
    private static partial Regex Filter();
}
