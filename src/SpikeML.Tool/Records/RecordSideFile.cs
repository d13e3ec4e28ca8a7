namespace SpikeML.Tool.Records;

/// <summary>A record in a file of its own, for formats that other programs read to their last byte.</summary>
internal static class RecordSideFile
{
    /// <summary>The side file of spikes.csv is spikes.csv.record.</summary>
    public static string PathOf(string path) => $"{path}.record";

    public static void Write(string path, JobRecord record) =>
        Write(path, stream => stream.Write(RecordText.Of(record)), isWanted: true);

    /// <param name="path">The file of spikes.</param>
    /// <param name="write">Writes the side file's content, and the file of spikes.</param>
    /// <param name="isWanted">Whether there is a side file.</param>
    public static void Write(string path, Action<Stream> write, bool isWanted)
    {
        if (isWanted)
            FileReplacement.Write(PathOf(path), write);
        else
            write(Stream.Null);
    }

    /// <summary>The record, or null if there is none.</summary>
    /// <exception cref="FormatException">The side file is damaged.</exception>
    public static JobRecord? Read(string path)
    {
        if (!File.Exists(PathOf(path)))
            return null;
        byte[] text = File.ReadAllBytes(PathOf(path));
        return RecordText.AtEndOf(text) is (JobRecord record, int length) && length == text.Length ? record
            : throw new FormatException($"its side file '{PathOf(path)}' is damaged");
    }
}
