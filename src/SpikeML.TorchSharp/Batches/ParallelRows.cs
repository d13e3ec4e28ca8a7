using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Torch;

/// <summary>
/// A view whose rows are read and encoded on several threads, in the order that a single cursor has. The rows, their ids and the
/// shuffled order do not depend on the number of threads.
/// </summary>
/// <param name="data">The view.</param>
/// <param name="threads">The number of threads, at least 1.</param>
internal sealed class ParallelRows(IDataView data, int threads) : IDataView
{
    /// <summary>The number of threads beyond which one thread that puts the rows in order would hold them up.</summary>
    private const int MostThreads = 8;

    /// <summary>ML.NET passes rows from thread to thread in groups of 128; about five groups wait between the threads.</summary>
    private const int RowsInGroup = 128, GroupsWaiting = 5;

    /// <summary>What those groups may hold if every value of their rows is stored.</summary>
    private const long MostBytes = 512L << 20;

    public DataViewSchema Schema => data.Schema;

    public bool CanShuffle => data.CanShuffle;

    /// <summary>
    /// Half of libtorch's threads, which need the other half, fewer if the rows are large, and one if libtorch has one or two.
    /// </summary>
    /// <param name="rowSize">The number of values in the spikes of a row.</param>
    public static int ThreadsFor(long rowSize)
    {
        long most = Math.Min(MostThreads, MostBytes / (RowsInGroup * rowSize * sizeof(float)) - GroupsWaiting);
        return (int)Math.Max(1, Math.Min(CpuThreads.Count / 2, most));
    }

    public long? GetRowCount() => data.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        if (threads == 1)
            return data.GetRowCursor(columnsNeeded, rand);
        DataViewRowCursor[] cursors = data.GetRowCursorSet(columnsNeeded, threads, rand);
        return DataViewUtils.ConsolidateGeneric(new MLContext(), cursors, RowsInGroup);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        data.GetRowCursorSet(columnsNeeded, n, rand);

    /// <summary>
    /// The error of a row, which ML.NET's threads wrap in errors that do not say what is wrong; other errors as they are.
    /// </summary>
    public static Exception CauseOf(Exception error)
    {
        while (error is InvalidOperationException { InnerException: { } inner } && IsWrapped(error))
            error = inner;
        return error;
    }

    private static bool IsWrapped(Exception error) => error.InnerException is InvalidFeatureException
        || error.Message.StartsWith("Splitter/consolidator worker encountered", StringComparison.Ordinal)
        || error.Message.StartsWith("Shuffle input cursor reader failed", StringComparison.Ordinal);
}
