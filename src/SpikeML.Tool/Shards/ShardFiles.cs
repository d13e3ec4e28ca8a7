using SpikeML.Tool.Running;

namespace SpikeML.Tool.Shards;

/// <summary>Orders the files of shards.</summary>
internal static class ShardFiles
{
    /// <summary>
    /// The files in the order of the shard numbers in their names, where no shard may be missing; other files in the given order.
    /// </summary>
    public static IReadOnlyList<string> InOrder(IReadOnlyList<string> paths)
    {
        (string Path, (string Whole, Shard Shard)? Named)[] files =
            [.. paths.Select(path => (FileFormats.Existing(path), Shard.InName(path)))];
        if (files.All(file => file.Named is null))
            return paths;
        if (files.FirstOrDefault(file => file.Named is null).Path is string unnamed)
            throw ToolException.Usage(
                $"'{unnamed}' has no shard in its name, unlike the other files: rename it to NAME-i-of-n, or leave it out.");
        // Shards may be in several folders, as on the disks of several machines.
        string[] wholes = [.. files.Select(file =>
            $"{Path.GetFileName(file.Named!.Value.Whole)} in {file.Named.Value.Shard.Count}").Distinct()];
        if (wholes.Length > 1)
            throw ToolException.Usage($"The files are shards of different runs: {string.Join(", ", wholes.Take(3))}.");
        int count = files[0].Named!.Value.Shard.Count;
        if (files.GroupBy(file => file.Named!.Value.Shard.Index).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw ToolException.Usage($"{string.Join(" and ", twice.Take(2).Select(file => $"'{file.Path}'"))} are both shard "
                + $"{twice.Key} of {count}: list each shard once.");
        int[] missing = [.. Enumerable.Range(0, count).Except(files.Select(file => file.Named!.Value.Shard.Index))];
        if (missing.Length > 0)
            throw ToolException.Failed(
                $"{missing.Length} of {count} shards are missing, the first is "
                    + $"{new Shard(missing[0], count).PathOf(files[0].Named!.Value.Whole)}: encode them, then merge.");
        return [.. files.OrderBy(file => file.Named!.Value.Shard.Index).Select(file => file.Path)];
    }
}
