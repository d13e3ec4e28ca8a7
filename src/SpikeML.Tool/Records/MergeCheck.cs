using System.Globalization;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Records;

/// <summary>Checks that files are the parts of one run, in order and complete.</summary>
internal static class MergeCheck
{
    private const string Remedy = "these are not shards of one run. Encode it again with the command of the others.";

    private const string NoRecord = "spikeml: warning: These files have no record of their job, as files of earlier versions, so "
        + "it cannot be checked whether they are shards of one run.";

    /// <returns>The record of the merged file, or null if no file has one.</returns>
    public static JobRecord? Require(IReadOnlyList<string> paths, ISpikeFormat format, CancellationToken cancellation)
    {
        JobRecord?[] records = [.. paths.Select(path => FileRecords.Check(path, format, cancellation))];
        if (records.All(record => record is null))
        {
            ProgressDisplay.Say($"{NoRecord}");
            return null;
        }
        int without = Array.IndexOf(records, null);
        if (without >= 0)
            throw ToolException.BadInput($"'{paths[without]}' has no record of its job, unlike the other files: it was written "
                + $"by an earlier version{(format.KeepsRecordBeside
                    ? $", or its side file '{RecordSideFile.PathOf(paths[without])}' is missing" : "")}. Encode it again.");
        JobRecord[] all = [.. records.OfType<JobRecord>()];
        for (int i = 1; i < all.Length; i++)
        {
            if (all[i].DifferenceFrom(all[0]) is string difference)
                throw ToolException.BadInput(
                    $"'{paths[i]}' does not belong to '{paths[0]}': {difference}; {Remedy}");
        }
        RequireRows(paths, all);
        return all[0].OfAllRows();
    }

    private static void RequireRows(IReadOnlyList<string> paths, JobRecord[] records)
    {
        long next = 0;
        for (int i = 0; i < records.Length; next += records[i++].Count)
        {
            if (records[i].First != next)
                throw ToolException.Usage(string.Create(CultureInfo.InvariantCulture,
                    $"'{paths[i]}' has {records[i].RowsText}, but row {next:N0} comes next: list the files of all shards, each "
                        + $"once, in the order of their rows."));
        }
        if (next != records[0].AllRows)
            throw ToolException.Failed(string.Create(CultureInfo.InvariantCulture,
                $"The rows from {next:N0} on are missing, of {records[0].AllRows:N0}: encode the shards that hold them, then "
                    + $"merge."));
    }
}
