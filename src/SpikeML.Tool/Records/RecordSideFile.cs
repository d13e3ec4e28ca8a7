namespace SpikeML.Tool.Records;

/// <summary>A record in a file of its own, for formats that other programs read to their last byte.</summary>
internal static class RecordSideFile
{
    /// <summary>The side file of spikes.csv is spikes.csv.record.</summary>
    public static string PathOf(string path) => $"{path}.record";

    public static void Write(string path, JobRecord record) =>
        FileReplacement.Write(PathOf(path), stream => stream.Write(RecordText.Of(record)));

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
