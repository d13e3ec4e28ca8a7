using SpikeML.Events;

namespace SpikeML.Tool.Recordings;

/// <summary>Files of event cameras and spiking audio, which are recognized by their content.</summary>
internal static class EventRecordings
{
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
        catch (FormatException)
        {
            return false;
        }
    }
}
