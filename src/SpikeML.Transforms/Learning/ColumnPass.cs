using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>Receives the values of one row of one column.</summary>
internal delegate void RowTaker(int column, in ColumnValues values);

/// <summary>One pass over the rows of some columns, to fit or measure something.</summary>
internal static class ColumnPass
{
    /// <summary>Passes every row of every column to <paramref name="take"/>; an empty view is an error.</summary>
    /// <param name="host">The host, which is checked for cancellation before each row and logs the number of rows.</param>
    /// <param name="data">The data to read.</param>
    /// <param name="columns">The columns; <paramref name="take"/> receives their index.</param>
    /// <param name="kind">How their rows are read.</param>
    /// <param name="what">What is computed, for messages.</param>
    /// <param name="take">Receives each row.</param>
    /// <param name="cancellationToken">Cancels the pass.</param>
    public static void Read(
        IHost host, IDataView data, DataViewSchema.Column[] columns, InputKind kind, string what, RowTaker take,
            CancellationToken cancellationToken)
    {
        using IChannel channel = host.Start($"Computing {what}");
        using DataViewRowCursor cursor = data.GetRowCursor(columns.DistinctBy(column => column.Index));
        FeatureReader[] readers = [.. columns.Select(column => kind.MakeReader(cursor, column))];
        long rows = 0;
        for (; cursor.MoveNext(); rows++)
        {
            host.CheckAlive(cancellationToken);
            for (int i = 0; i < columns.Length; i++)
                Take(i, readers[i], columns[i].Name, take);
        }
        if (rows == 0)
            throw channel.Except(
                $"There are no rows to compute {what} from: use data that has rows, or set what is fitted as an option.");
        channel.Info($"Computed {what} from {Counted.Of(rows, "row")}.");
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
