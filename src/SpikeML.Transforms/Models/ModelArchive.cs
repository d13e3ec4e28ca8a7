using System.IO.Compression;

namespace SpikeML;

/// <summary>The zip file of a saved model.</summary>
internal static class ModelArchive
{
    private const int BlockSize = 1 << 16;
    private const string Remedy = "Save the model again, or use a backup of the file.";

    /// <summary>
    /// Compares every part of a model file with its checksum, which the readers of .NET and ML.NET do not check.
    /// </summary>
    /// <exception cref="FormatException">A part is damaged, or the file is not a zip file.</exception>
    public static void Verify(Stream stream, string name)
    {
        try
        {
            using ZipArchive zip = new(stream, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count == 0)
                throw new FormatException($"{name} is not a model: it is an empty zip file.");
            foreach (ZipArchiveEntry entry in zip.Entries)
            {
                if (Checksum(entry) != entry.Crc32)
                    throw new FormatException(
                        $"{name} is damaged: its part '{entry.FullName}' does not match its checksum. {Remedy}");
            }
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException or NotSupportedException
            or ArgumentException or OverflowException)
        {
            throw new FormatException($"{name} is damaged or not a model: it cannot be read as a zip file. {Remedy}", error);
        }
    }

    /// <summary>The error for a file that is an intact zip file but that ML.NET cannot load.</summary>
    public static FormatException Unreadable(string name, Exception error)
    {
        Exception cause = error;
        while (cause is not FormatException && cause.InnerException is { } inner)
            cause = inner;
        string text = cause.Message.TrimEnd('.');
        string message = cause switch
        {
            FormatException when text.Contains("too new", StringComparison.Ordinal) =>
                $"{name} cannot be loaded: {text}. Update the packages of ML.NET and SpikeML.",
            OutOfMemoryException =>
                $"{name} needs more memory than there is. Unless it is a large model, it is damaged. {Remedy}",
            FileNotFoundException or FileLoadException => $"{name} needs an assembly that cannot be loaded: {text}. Add the "
                + $"package that has it; if its name looks damaged, so is the file. {Remedy}",
            _ => $"{name} is damaged or not a model: {text}. {Remedy}",
        };
        return new FormatException(message, error);
    }

    private static uint Checksum(ZipArchiveEntry entry)
    {
        using Stream content = entry.Open();
        byte[] block = new byte[BlockSize];
        Crc32 checksum = new();
        while (content.Read(block) is > 0 and int count)
            checksum.Append(block.AsSpan(0, count));
        return checksum.Value;
    }
}
