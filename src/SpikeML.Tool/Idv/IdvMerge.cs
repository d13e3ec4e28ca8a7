using Microsoft.ML;
using SpikeML.Tool.Rows;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Idv;

/// <summary>Merges the rows of ML.NET's binary files.</summary>
internal static class IdvMerge
{
    public static void Run(IReadOnlyList<string> paths, string name, Action<Action<Stream>> write,
        CancellationToken cancellation)
    {
        using WarningLog warnings = new();
        MLContext context = warnings.Context;
        IDataView[] views = [.. paths.Select(path => IdvInput.Open(context, path))];
        int other = Array.FindIndex(views, view => !Columns(view).SequenceEqual(Columns(views[0])));
        if (other > 0)
            throw ToolException.BadInput(
                $"'{paths[other]}' has different columns from '{paths[0]}': {Show(views[other])}, not {Show(views[0])}.");
        ConcatenatedView all = new(views);
        WatchedView watched = new(all, all.Schema.Select(column => column.Name), new RowWatch(0, cancellation),
            (row, error) => $"Row {row}: {error.Message}");
        ProgressDisplay.Run(name, all.GetRowCount()!.Value, watched.Watch,
            () => write(stream => BinaryFile.Save(context, watched, stream)));
    }

    private static string Show(IDataView view) => string.Join(", ", Columns(view));

    private static IEnumerable<string> Columns(IDataView view) => view.Schema.Select(column => $"{column.Name} {column.Type}");
}
