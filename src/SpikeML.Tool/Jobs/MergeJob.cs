using SpikeML.Tool.Running;

namespace SpikeML.Tool.Jobs;

/// <summary>Merges the files of shards into the file that one run would have written.</summary>
internal static class MergeJob
{
    public static void Run(IReadOnlyList<string> paths, string output, int threads, CancellationToken cancellation)
    {
        ISpikeFormat format = FileFormats.OfSpikes(output);
        if (paths.FirstOrDefault(path => FileFormats.OfSpikes(path) != format) is string other)
            throw ToolException.Usage(
                $"'{other}' has a different format from '{output}': merge into a file in the format of the shards.");
        format.Merge(paths, output, new Workers(threads), cancellation);
    }
}
