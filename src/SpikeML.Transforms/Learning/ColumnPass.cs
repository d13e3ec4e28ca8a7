using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>Takes the values of one row of one column.</summary>
internal delegate void RowTaker(int column, in ColumnValues values);

/// <summary>One pass over the rows of some columns, to learn from them or to measure them.</summary>
internal static class ColumnPass
{
    /// <summary>Hands every row of every column to <paramref name="take"/>; an empty view is an error.</summary>
    /// <param name="host">Asked before each row whether to go on, and told how many there were.</param>
    /// <param name="data">The data.</param>
    /// <param name="columns">The columns, as <paramref name="take"/> counts them.</param>
    /// <param name="kind">How their rows are read.</param>
    /// <param name="what">What is learned, for messages.</param>
    /// <param name="take">Takes a row.</param>
    /// <param name="cancellationToken">Ends the pass.</param>
    public static void Read(
        IHost host, IDataView data, DataViewSchema.Column[] columns, InputKind kind, string what, RowTaker take,
            CancellationToken cancellationToken)
    {
        using IChannel channel = host.Start($"Learning {what}");
        using DataViewRowCursor cursor = data.GetRowCursor(columns.DistinctBy(column => column.Index));
        FeatureReader[] readers = [.. columns.Select(column => kind.MakeReader(cursor, column))];
        long rows = 0;
        for (; cursor.MoveNext(); rows++)
        {
            host.CheckAlive();
            cancellationToken.ThrowIfCancellationRequested();
            for (int i = 0; i < columns.Length; i++)
                Take(i, readers[i], columns[i].Name, take);
        }
        if (rows == 0)
            throw channel.Except($"There are no rows to learn {what} from: fit on data, or set what is learned as an option.");
        channel.Info($"Learned {what} from {Counted.Of(rows, "row")}.");
    }

    private static void Take(int column, FeatureReader reader, string columnName, RowTaker take)
    {
        try
        {
            take(column, reader.ReadValues());
        }
        catch (InvalidFeatureException error)
        {
            throw error.InColumn(columnName, reader.Original(error.Slot));
        }
    }
}
