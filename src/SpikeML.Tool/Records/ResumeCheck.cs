using SpikeML.Tool.Running;

namespace SpikeML.Tool.Records;

/// <summary>Checks whether an existing file is what a command would write.</summary>
internal static class ResumeCheck
{
    /// <param name="path">The file.</param>
    /// <param name="format">Its format.</param>
    /// <param name="expected">The record that the command would write.</param>
    /// <param name="write">Writes the content that the command would write.</param>
    /// <param name="cancellation">Cancels the check.</param>
    public static void Require(string path, ISpikeFormat format, JobRecord expected, Action<Stream> write,
        CancellationToken cancellation)
    {
        JobRecord? record = Read(path, format, cancellation);
        if (record is null && format.KeepsRecordBeside)
            RequireContent(path, expected, write);
        else if (Difference(record, expected) is string difference)
            throw Differs(path, difference);
    }

    private static JobRecord? Read(string path, ISpikeFormat format, CancellationToken cancellation)
    {
        try
        {
            return FileRecords.Check(path, format, cancellation);
        }
        catch (ToolException error) when (error.ExitCode == ExitCode.BadInput)
        {
            throw ToolException.BadInput($"{error.Message} Use --force instead of --resume to replace it.", error);
        }
    }

    private static string? Difference(JobRecord? record, JobRecord expected)
    {
        if (record is null)
            return "it has no record of its job, as files of earlier versions";
        if (record.DifferenceFrom(expected) is string difference)
            return difference;
        return (record.First, record.Count) == (expected.First, expected.Count) ? null
            : $"it has {record.RowsText}, not {expected.RowsText}";
    }

    /// <summary>
    /// Compares every byte of a file whose record is missing, because a crash came between the two or it was not copied, and
    /// writes the record.
    /// </summary>
    private static void RequireContent(string path, JobRecord expected, Action<Stream> write)
    {
        using FileStream file = File.OpenRead(path);
        using ComparingStream comparison = new(file);
        write(comparison);
        if (!comparison.IsEqual)
            throw Differs(path, "it has no record of its job, and its content is different");
        RecordSideFile.Write(path, expected with { Sum = ContentSum.Of(file) });
    }

    private static ToolException Differs(string path, string difference) => ToolException.Failed(
        $"'{path}' exists, but differs from what this command writes: {difference}. Choose another --output, or use --force "
            + "instead of --resume to replace it.");
}
