using SpikeML.Tool.Running;

namespace SpikeML.Tool.Jobs;

/// <summary>Puts the files of shards together into the file that one run would have written.</summary>
internal static class MergeJob
{
    public static void Run(IReadOnlyList<string> paths, string output, int threads, CancellationToken cancellation)
    {
        ISpikeFormat format = FileFormats.OfSpikes(output);
        if (paths.FirstOrDefault(path => FileFormats.OfSpikes(path) != format) is string other)
            throw ToolException.Usage(
                $"'{other}' is of another format than '{output}': merge into a file of the shards' own format.");
        format.Merge(paths, output, new Workers(threads), cancellation);
    }
}
