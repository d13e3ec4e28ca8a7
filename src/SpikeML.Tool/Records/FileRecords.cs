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
        if (format.KeepsRecordBeside)
            WriteBoth(path, record, force, write);
        else
            OutputFile.Write(path, force, stream =>
            {
                write(stream);
                if (record is not null)
                    format.RecordPlace.Append(stream, record);
            });
    }

    /// <summary>
    /// Writes two files. Both are complete before either has its name, so a full disk leaves what was there.
    /// </summary>
    private static void WriteBoth(string path, JobRecord? record, bool force, Action<Stream> write) =>
        RecordSideFile.Write(path, side => OutputFile.Write(path, force, stream =>
        {
            write(stream);
            if (record is not null)
                side.Write(RecordText.Of(record with { Sum = ContentSum.Of(stream) }));
            side.Flush();
            stream.Flush();
            // A crash between the two names leaves a file without a record, never one with a record of another.
            if (force)
                File.Delete(RecordSideFile.PathOf(path));
        }), isWanted: record is not null);

    /// <summary>The record of a file whose content has the checksum in it, or null if it has none.</summary>
    /// <exception cref="ToolException">The file or its record is damaged.</exception>
    public static JobRecord? Check(string path, ISpikeFormat format, CancellationToken cancellation)
    {
        using FileStream file = File.OpenRead(FileFormats.Existing(path));
        PlacedRecord? found = Find(path, file, format);
        if (found is PlacedRecord placed && SumOf(path, file, placed, cancellation) != placed.Record.Sum)
            throw Damaged(path, "its content does not have the checksum of its record");
        return found?.Record;
    }

    private static string SumOf(string path, FileStream file, PlacedRecord placed, CancellationToken cancellation)
    {
        string sum = "";
        RowWatch watch = new(0, cancellation);
        ProgressDisplay.Run($"{StandardInput.NameOf(path)}: checksum", placed.Length, watch,
            () => sum = ContentSum.Of(file, placed.Length, watch, placed.SumAt), "bytes");
        return sum;
    }

    private static PlacedRecord? Find(string path, FileStream file, ISpikeFormat format)
    {
        try
        {
            if (!format.KeepsRecordBeside)
                return format.RecordPlace.Read(file);
            return RecordSideFile.Read(path) is JobRecord record ? new PlacedRecord(record, file.Length) : null;
        }
        catch (FormatException error)
        {
            throw Damaged(path, error.Message, error);
        }
    }

    private static ToolException Damaged(string path, string how, Exception? cause = null) =>
        ToolException.BadInput($"'{path}' is damaged: {how}. Encode it again.", cause);
}
