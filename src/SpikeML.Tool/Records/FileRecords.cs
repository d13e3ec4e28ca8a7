using SpikeML.Tool.Rows;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Records;

/// <summary>Writes spike files with their records, and checks the files that have one.</summary>
internal static class FileRecords
{
    /// <summary>Writes a file and its record.</summary>
    /// <param name="path">The file.</param>
    /// <param name="format">Its format.</param>
    /// <param name="record">The record, or null for files of earlier versions that had none.</param>
    /// <param name="force">Whether an existing file is replaced, also one that another process writes meanwhile.</param>
    /// <param name="write">Writes the content.</param>
    public static void Write(string path, ISpikeFormat format, JobRecord? record, bool force, Action<Stream> write)
    {
        JobRecord? beside = null;
        // A crash between the two files leaves one without a record, never one with a record of another.
        if (format.KeepsRecordBeside && force)
            File.Delete(RecordSideFile.PathOf(path));
        OutputFile.Write(path, force, stream =>
        {
            write(stream);
            if (format.KeepsRecordBeside)
                beside = record is null ? null : record with { Sum = ContentSum.Of(stream) };
            else if (record is not null)
                RecordTrailer.Append(stream, record, format.IsZip);
        });
        if (beside is not null)
            RecordSideFile.Write(path, beside);
    }

    /// <summary>The record of a file whose content has the checksum in it, or null if it has none.</summary>
    /// <exception cref="ToolException">The file or its record is damaged.</exception>
    public static JobRecord? Check(string path, ISpikeFormat format, CancellationToken cancellation)
    {
        using FileStream file = File.OpenRead(FileFormats.Existing(path));
        (JobRecord Record, long Length)? found = Find(path, file, format);
        if (found is (JobRecord record, long length) && SumOf(path, file, length, cancellation) != record.Sum)
            throw Damaged(path, "its content does not have the checksum of its record");
        return found?.Record;
    }

    private static string SumOf(string path, FileStream file, long length, CancellationToken cancellation)
    {
        string sum = "";
        RowWatch watch = new(0, cancellation);
        ProgressDisplay.Run($"{StandardInput.NameOf(path)}: checksum", length, watch,
            () => sum = ContentSum.Of(file, length, watch), "bytes");
        return sum;
    }

    private static (JobRecord, long)? Find(string path, FileStream file, ISpikeFormat format)
    {
        try
        {
            if (!format.KeepsRecordBeside)
                return RecordTrailer.Read(file, format.IsZip);
            return RecordSideFile.Read(path) is JobRecord record ? (record, file.Length) : null;
        }
        catch (FormatException error)
        {
            throw Damaged(path, error.Message, error);
        }
    }

    private static ToolException Damaged(string path, string how, Exception? cause = null) =>
        ToolException.BadInput($"'{path}' is damaged: {how}. Encode it again.", cause);
}
