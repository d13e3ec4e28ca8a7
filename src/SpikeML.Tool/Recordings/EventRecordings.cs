using SpikeML.Events;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Recordings;

/// <summary>Files of event cameras and spiking audio, which are recognized by their content.</summary>
internal static class EventRecordings
{
    private const int FirstBytes = 1024;

    /// <summary>
    /// Whether a file is a recording. Text and arrays are only if they name x, y, t and p, since other tables look alike; the
    /// format without a header (N-MNIST) only if the file ends in .bin or .bin.gz.
    /// </summary>
    public static bool Recognises(string path)
    {
        if (Directory.Exists(path))
            return false;
        try
        {
            using EventReader reader = EventReader.Open(path);
            return reader.IsCertain
                && (reader.Format != EventFormat.NMnist || path.EndsWith(".bin", StringComparison.OrdinalIgnoreCase)
                    || path.EndsWith(".bin.gz", StringComparison.OrdinalIgnoreCase));
        }
        catch (FormatException error)
        {
            if (error is not NoEventsException && IsMarked(path))
                throw ToolException.BadInput(error.Message, error);
            return false;
        }
    }

    /// <summary>Whether the first bytes are those of a format of recordings, whose errors are then reported.</summary>
    private static bool IsMarked(string path)
    {
        using FileStream file = RegularFile.Open(path);
        Span<byte> first = stackalloc byte[FirstBytes];
        first = first[..file.ReadAtLeast(first, FirstBytes, throwOnEndOfStream: false)];
        // Lines of % are comments in text, too, and words of events have bytes that no text has.
        return first.StartsWith(FormatGuess.Aedat) || first.StartsWith(FormatGuess.Hdf5)
            || (first.StartsWith("% "u8) && first.ContainsAnyInRange((byte)0, (byte)8));
    }
}
