using Microsoft.ML;
using SpikeML.Tool.Inputs;
using SpikeML.Tool.Outputs;
using SpikeML.Tool.Rows;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Merging;

/// <summary>Puts the files of shards together into the file that one run would have written.</summary>
internal static class MergeJob
{
    public static void Run(IReadOnlyList<string> paths, string output, CancellationToken cancellation)
    {
        OutputFormat format = OutputFormats.Of(output);
        if (paths.FirstOrDefault(path => OutputFormats.Of(path) != format) is string other)
            throw ToolException.Usage($"'{other}' is of another format than '{output}': merge into a file of the shards' own format.");
        switch (format)
        {
            case OutputFormat.Idv:
                MergeViews(paths, output, cancellation);
                break;
            case OutputFormat.Npz:
                NpzMerge.Run(paths, output, cancellation);
                break;
            default:
                CsvMerge.Run(paths, output, cancellation);
                break;
        }
    }

    private static void MergeViews(IReadOnlyList<string> paths, string output, CancellationToken cancellation)
    {
        MLContext context = new();
        IDataView[] views = [.. paths.Select(path => BinaryInput.Open(context, path))];
        for (int i = 1; i < views.Length; i++)
        {
            if (!Columns(views[0]).SequenceEqual(Columns(views[i])))
                throw ToolException.BadInput($"'{paths[i]}' has other columns than '{paths[0]}': {string.Join(", ", Columns(views[i]))}, not {string.Join(", ", Columns(views[0]))}.");
        }
        ConcatenatedView all = new(views);
        WatchedView watched = new(all, all.Schema.Select(column => column.Name), new RowWatch(0, cancellation));
        ProgressDisplay.Run(Path.GetFileName(output), all.GetRowCount()!.Value, watched.Watch,
            () => FileReplacement.Write(output, stream => BinaryFile.Save(context, watched, stream)));
    }

    private static IEnumerable<string> Columns(IDataView view) => view.Schema.Select(column => $"{column.Name} {column.Type}");
}
