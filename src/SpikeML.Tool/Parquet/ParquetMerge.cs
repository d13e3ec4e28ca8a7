using SpikeML.Tool.Running;

namespace SpikeML.Tool.Parquet;

/// <summary>Merges the rows of Parquet files, with one row group in memory at a time.</summary>
internal static class ParquetMerge
{
    public static void Run(IReadOnlyList<string> paths, Stream output, CancellationToken cancellation)
    {
        string first = Describe(paths[0]);
        foreach (string path in paths.Skip(1))
        {
            if (Describe(path) is string other && other != first)
                throw ToolException.BadInput($"'{path}' has {other}, '{paths[0]}' has {first}: these are not shards of one run.");
        }
        ParquetTableWriter table = Make(paths[0], output);
        foreach (string path in paths)
        {
            using ParquetContent content = ParquetContent.Open(path);
            for (int group = 0; group < content.GroupRows.Length; group++)
            {
                cancellation.ThrowIfCancellationRequested();
                table.Add([.. content.Fields.Select(field => content.Read(group, field))], (int)content.GroupRows[group]);
            }
        }
        table.Finish();
    }

    private static ParquetTableWriter Make(string path, Stream output)
    {
        using ParquetSpikes spikes = ParquetSpikes.Open(path, null);
        return new ParquetTableWriter(output, spikes.Content.Fields.Select(field =>
            ParquetColumnWriter.Make(field.Name, field.Data.ClrType, field.IsList)), spikes.Dimensions);
    }

    private static string Describe(string path)
    {
        using ParquetSpikes spikes = ParquetSpikes.Open(path, null);
        return $"rows of {Dimensions.Text(spikes.Dimensions)} in the columns "
            + string.Join(", ", spikes.Content.Fields.Select(field => $"{field.Name} ({field.Description})"));
    }
}
