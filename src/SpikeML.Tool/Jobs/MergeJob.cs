using SpikeML.Tool.Records;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Jobs;

/// <summary>Merges the files of shards into the file that one run would have written.</summary>
internal static class MergeJob
{
    /// <param name="paths">The files, in order.</param>
    /// <param name="output">The merged file.</param>
    /// <param name="force">Whether it replaces an existing file.</param>
    /// <param name="threads">The maximum number of threads.</param>
    /// <param name="cancellation">Cancels the merge; nothing is written then.</param>
    public static void Run(IReadOnlyList<string> paths, string output, bool force, int threads, CancellationToken cancellation)
    {
        ISpikeFormat format = FileFormats.OfOutput(output);
        if (paths.FirstOrDefault(path => FileFormats.OfSpikes(path) != format) is string other)
            throw ToolException.Usage(
                $"'{other}' has a different format from '{output}': merge into a file in the format of the shards.");
        JobRecord? record = MergeCheck.Require(paths, format, cancellation);
        format.Merge(paths, Path.GetFileName(output), new Workers(threads),
            write => FileRecords.Write(output, format, record, force, write), cancellation);
    }
}
